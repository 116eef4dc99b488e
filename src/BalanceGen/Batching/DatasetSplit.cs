namespace BalanceGen;

/// <summary>The two subsets of a split of a data set. No row is in both; together they are all rows.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <param name="Train">The rows to train with.</param>
/// <param name="Test">The rows to test with.</param>
public readonly record struct DatasetSplit<T>(IndexedDataset<T> Train, IndexedDataset<T> Test);
