namespace BalanceGen.ML.Benchmarks;

public enum Kind
{
    Frequent,
    Rare,
}
