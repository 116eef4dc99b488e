namespace BalanceGen.TorchSharp.Tests.Documentation;

/// <summary>The record of the pages.</summary>
[BalancedDataset]
public readonly partial record struct CatPhoto(string File, [ClassLabel] Breed Breed);
