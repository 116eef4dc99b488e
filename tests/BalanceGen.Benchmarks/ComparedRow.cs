namespace BalanceGen.Benchmarks;

/// <summary>A row of 8 bytes: a field that is read and its class.</summary>
internal readonly record struct ComparedRow(int Value, int Label);
