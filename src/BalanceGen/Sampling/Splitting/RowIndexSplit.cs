namespace BalanceGen.Sampling;

/// <summary>The two sides of a split. No row is on both; together they are all rows.</summary>
/// <param name="Train">The rows to train with.</param>
/// <param name="Test">The rows to test with.</param>
public readonly record struct RowIndexSplit(RowIndex Train, RowIndex Test);
