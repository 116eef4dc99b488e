namespace BalanceGen.TorchSharp.Tests.Documentation;

public enum Breed
{
    Siamese,
    Birman,
}
