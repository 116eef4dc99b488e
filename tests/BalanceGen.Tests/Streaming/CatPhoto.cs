namespace BalanceGen.Tests.Streaming;

internal enum Breed
{
    Siamese,
    Birman,
}

/// <summary>The record of the documentation.</summary>
[BalancedDataset]
internal readonly partial record struct CatPhoto(string File, [ClassLabel] Breed Breed);
