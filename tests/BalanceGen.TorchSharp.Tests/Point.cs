namespace BalanceGen.TorchSharp.Tests;

/// <summary>A row: its number, from which everything that a tensor of it holds can be told.</summary>
[BalancedDataset]
public readonly partial record struct Point(int Number, [ClassLabel] Kind Kind);
