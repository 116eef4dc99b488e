namespace BalanceGen.Batching;

/// <summary>The subsets of a split of a data set.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <inheritdoc/>
public sealed class DatasetSubsets<T> : SubsetList<IndexedDataset<T>>
{
    internal DatasetSubsets(IndexedDataset<T>[] subsets, SplitReport report)
        : base(subsets, report)
    {
    }
}
