using Microsoft.Data.Analysis;

namespace BalanceGen.ML;

/// <summary>The two subsets of a split of a data frame, each a copy of its rows. No row is in both.</summary>
/// <param name="Train">The rows to train with.</param>
/// <param name="Test">The rows to test with.</param>
public readonly record struct FrameSplit(DataFrame Train, DataFrame Test);
