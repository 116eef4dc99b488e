namespace BalanceGen.Sampling;

/// <summary>The two subsets of a split. No row is in both; together they are all rows.</summary>
/// <param name="Train">The rows to train with.</param>
/// <param name="Test">The rows to test with.</param>
public readonly record struct RowSplit(RowIndex Train, RowIndex Test);
