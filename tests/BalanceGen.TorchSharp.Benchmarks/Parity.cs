namespace BalanceGen.TorchSharp.Benchmarks;

/// <summary>The classes of the measured rows.</summary>
public enum Parity
{
    Even,
    Odd,
}
