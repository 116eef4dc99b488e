namespace BalanceGen.Benchmarks;

/// <summary>A row of 16 bytes: its number and its class.</summary>
public readonly record struct StreamRow(long Number, int Label);
