namespace BalanceGen.Sharding.Tests;

/// <summary>The record of docs/shards.md.</summary>
[BalancedDataset]
public readonly partial record struct Cat(long Id, [ClassLabel] Breed Breed);
