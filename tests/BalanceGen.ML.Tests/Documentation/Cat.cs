namespace BalanceGen.ML.Tests.Documentation;

public enum Breed
{
    Siamese,
    Birman,
}

[BalancedDataset]
public readonly partial record struct Cat(float EarLength, float TailLength, [property: ClassLabel] Breed Breed);
