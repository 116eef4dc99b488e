using System.Collections;

namespace BalanceGen.Sampling;

/// <summary>The sides of a split of multi-label rows: the row numbers of each, ascending. No row is on two sides; together they are all rows.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MultiLabelSides : IReadOnlyList<ReadOnlyMemory<int>>
{
    private readonly int[][] _sides;

    internal MultiLabelSides(int[][] sides, SplitReport report)
    {
        _sides = sides;
        Report = report;
    }

    /// <summary>The number of sides.</summary>
    public int Count => _sides.Length;

    /// <summary>What was wanted and what was achieved, for each class the rows that belong to it.</summary>
    public SplitReport Report { get; }

    /// <summary>The row numbers of a side, ascending.</summary>
    /// <param name="side">The side, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is outside that range.</exception>
    public ReadOnlyMemory<int> this[int side]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)side, (uint)Count, nameof(side));
            return _sides[side];
        }
    }

    /// <summary>Enumerates the sides.</summary>
    public IEnumerator<ReadOnlyMemory<int>> GetEnumerator() => _sides.Select(rows => (ReadOnlyMemory<int>)rows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
