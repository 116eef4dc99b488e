using System.Collections;

namespace BalanceGen.Batching;

/// <summary>The subsets of a split of a data set, in the order of their sizes as they were given. No row is in two subsets; together they are all rows.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>Thread-safe as long as nobody changes the rows.</remarks>
public sealed class DatasetSubsets<T> : IReadOnlyList<IndexedDataset<T>>
{
    private readonly IndexedDataset<T>[] _subsets;

    internal DatasetSubsets(IndexedDataset<T>[] subsets, SplitReport report)
    {
        _subsets = subsets;
        Report = report;
    }

    /// <summary>The number of subsets.</summary>
    public int Count => _subsets.Length;

    /// <summary>The report of the wanted and the achieved sizes and shares.</summary>
    public SplitReport Report { get; }

    /// <summary>A subset.</summary>
    /// <param name="subset">The subset, of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The subset is outside that range.</exception>
    public IndexedDataset<T> this[int subset]
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
    public void Deconstruct(out IndexedDataset<T> first, out IndexedDataset<T> second)
    {
        RowSubsets.RefuseOtherThan(Count, 2);
        (first, second) = (_subsets[0], _subsets[1]);
    }

    /// <summary>Three subsets, such as those for training, validation and test.</summary>
    /// <param name="first">The first subset.</param>
    /// <param name="second">The second subset.</param>
    /// <param name="third">The third subset.</param>
    /// <exception cref="InvalidOperationException">There are not three subsets.</exception>
    public void Deconstruct(out IndexedDataset<T> first, out IndexedDataset<T> second, out IndexedDataset<T> third)
    {
        RowSubsets.RefuseOtherThan(Count, 3);
        (first, second, third) = (_subsets[0], _subsets[1], _subsets[2]);
    }

    /// <summary>Enumerates the subsets.</summary>
    public IEnumerator<IndexedDataset<T>> GetEnumerator() => ((IEnumerable<IndexedDataset<T>>)_subsets).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
