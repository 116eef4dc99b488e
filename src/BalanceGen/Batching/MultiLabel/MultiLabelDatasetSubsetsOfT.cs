namespace BalanceGen.Batching;

/// <summary>The subsets of a split of a multi-label data set.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <inheritdoc/>
public sealed class MultiLabelDatasetSubsets<T> : SubsetList<MultiLabelDataset<T>>
{
    internal MultiLabelDatasetSubsets(MultiLabelDataset<T>[] subsets, MultiLabelSubsets rowNumbers)
        : base(subsets, rowNumbers.Report) => RowNumbers = rowNumbers;

    /// <summary>The numbers of the rows of each subset in the whole data set, in the order in which the subset has them.</summary>
    public MultiLabelSubsets RowNumbers { get; }
}
