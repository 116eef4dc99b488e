using System.Collections;

namespace BalanceGen.Batching;

/// <summary>The sides of a split of a multi-label data set, in the order of their sizes as they were given. No row is on two sides; together they are all rows.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>Thread-safe as long as nobody changes the rows.</remarks>
public sealed class MultiLabelDatasetSides<T> : IReadOnlyList<MultiLabelDataset<T>>
{
    private readonly MultiLabelDataset<T>[] _sides;

    internal MultiLabelDatasetSides(MultiLabelDataset<T>[] sides, MultiLabelSides rowNumbers)
    {
        _sides = sides;
        RowNumbers = rowNumbers;
    }

    /// <summary>The number of sides.</summary>
    public int Count => _sides.Length;

    /// <summary>What was wanted and what was achieved.</summary>
    public SplitReport Report => RowNumbers.Report;

    /// <summary>The numbers of the rows of each side in the whole data set, in the order in which the side has them.</summary>
    public MultiLabelSides RowNumbers { get; }

    /// <summary>A side.</summary>
    /// <param name="side">The side, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is outside that range.</exception>
    public MultiLabelDataset<T> this[int side]
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
    public void Deconstruct(out MultiLabelDataset<T> first, out MultiLabelDataset<T> second)
    {
        RowSides.RefuseOtherThan(Count, 2);
        (first, second) = (_sides[0], _sides[1]);
    }

    /// <summary>Three sides, such as those for training, validation and test.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <param name="third">The third side.</param>
    /// <exception cref="InvalidOperationException">There are not three sides.</exception>
    public void Deconstruct(out MultiLabelDataset<T> first, out MultiLabelDataset<T> second, out MultiLabelDataset<T> third)
    {
        RowSides.RefuseOtherThan(Count, 3);
        (first, second, third) = (_sides[0], _sides[1], _sides[2]);
    }

    /// <summary>Enumerates the sides.</summary>
    public IEnumerator<MultiLabelDataset<T>> GetEnumerator() => ((IEnumerable<MultiLabelDataset<T>>)_sides).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
