namespace BalanceGen.TorchSharp.Tests;

public enum Kind
{
    Common,
    Seldom,
    Rare,
}
