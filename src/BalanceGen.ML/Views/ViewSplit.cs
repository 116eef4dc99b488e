namespace BalanceGen.ML;

/// <summary>The two subsets of a split of a data view. No row is in both. ML.NET's <c>TrainTestData</c>, which only ML.NET can make, has the same names.</summary>
/// <param name="TrainSet">The rows to train with.</param>
/// <param name="TestSet">The rows to test with.</param>
public readonly record struct ViewSplit(IDataView TrainSet, IDataView TestSet);
