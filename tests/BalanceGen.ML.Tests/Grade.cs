namespace BalanceGen.ML.Tests;

public enum Grade
{
    Common,
    Scarce,
    Rare,
}
