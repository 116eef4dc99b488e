using System.Collections;

namespace BalanceGen.Batching;

/// <summary>The subsets of a split of a multi-label data set, in the order of their sizes as they were given. No row is in two subsets; together they are all rows.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>Thread-safe as long as nobody changes the rows.</remarks>
public sealed class MultiLabelDatasetSubsets<T> : IReadOnlyList<MultiLabelDataset<T>>
{
    private readonly MultiLabelDataset<T>[] _subsets;

    internal MultiLabelDatasetSubsets(MultiLabelDataset<T>[] subsets, MultiLabelSubsets rowNumbers)
    {
        _subsets = subsets;
        RowNumbers = rowNumbers;
    }

    /// <summary>The number of subsets.</summary>
    public int Count => _subsets.Length;

    /// <summary>The report of the wanted and the achieved sizes and shares.</summary>
    public SplitReport Report => RowNumbers.Report;

    /// <summary>The numbers of the rows of each subset in the whole data set, in the order in which the subset has them.</summary>
    public MultiLabelSubsets RowNumbers { get; }

    /// <summary>A subset.</summary>
    /// <param name="subset">The subset, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The subset is outside that range.</exception>
    public MultiLabelDataset<T> this[int subset]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)subset, (uint)Count, nameof(subset));
            return _subsets[subset];
        }
    }

    /// <summary>Two subsets.</summary>
    /// <param name="first">The first subset.</param>
    /// <param name="second">The second subset.</param>
    /// <exception cref="InvalidOperationException">There are not two subsets.</exception>
    public void Deconstruct(out MultiLabelDataset<T> first, out MultiLabelDataset<T> second)
    {
        RowSubsets.RefuseOtherThan(Count, 2);
        (first, second) = (_subsets[0], _subsets[1]);
    }

    /// <summary>Three subsets, such as those for training, validation and test.</summary>
    /// <param name="first">The first subset.</param>
    /// <param name="second">The second subset.</param>
    /// <param name="third">The third subset.</param>
    /// <exception cref="InvalidOperationException">There are not three subsets.</exception>
    public void Deconstruct(out MultiLabelDataset<T> first, out MultiLabelDataset<T> second, out MultiLabelDataset<T> third)
    {
        RowSubsets.RefuseOtherThan(Count, 3);
        (first, second, third) = (_subsets[0], _subsets[1], _subsets[2]);
    }

    /// <summary>Enumerates the subsets.</summary>
    public IEnumerator<MultiLabelDataset<T>> GetEnumerator() => ((IEnumerable<MultiLabelDataset<T>>)_subsets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
