namespace BalanceGen.ML.Benchmarks;

/// <summary>The row as BalanceGen takes it.</summary>
[BalancedDataset]
public readonly partial record struct Point(float[] Features, float Weight, [property: ClassLabel] Kind Kind);
