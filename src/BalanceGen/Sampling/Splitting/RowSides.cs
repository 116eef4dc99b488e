using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>The sides of a split of an index, in the order of their sizes as they were given. No row is on two sides; together they are all rows.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RowSides : IReadOnlyList<RowIndex>
{
    private readonly RowIndex[] _sides;

    internal RowSides(RowIndex[] sides, SplitReport report)
    {
        _sides = sides;
        Report = report;
    }

    /// <summary>The number of sides.</summary>
    public int Count => _sides.Length;

    /// <summary>What was wanted and what was achieved.</summary>
    public SplitReport Report { get; }

    /// <summary>A side.</summary>
    /// <param name="side">The side, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is outside that range.</exception>
    public RowIndex this[int side]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)side, (uint)Count, nameof(side));
            return _sides[side];
        }
    }

    /// <summary>Two sides.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <exception cref="InvalidOperationException">There are not two sides.</exception>
    public void Deconstruct(out RowIndex first, out RowIndex second)
    {
        RefuseOtherThan(Count, 2);
        (first, second) = (_sides[0], _sides[1]);
    }

    /// <summary>Three sides, such as those for training, validation and test.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <param name="third">The third side.</param>
    /// <exception cref="InvalidOperationException">There are not three sides.</exception>
    public void Deconstruct(out RowIndex first, out RowIndex second, out RowIndex third)
    {
        RefuseOtherThan(Count, 3);
        (first, second, third) = (_sides[0], _sides[1], _sides[2]);
    }

    /// <summary>Enumerates the sides.</summary>
    public IEnumerator<RowIndex> GetEnumerator() => ((IEnumerable<RowIndex>)_sides).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static void RefuseOtherThan(int sides, int expected)
    {
        if (sides != expected)
        {
            throw new InvalidOperationException($"The split has {sides} sides, not {expected}.");
        }
    }
}
