namespace BalanceGen.TorchSharp.Benchmarks;

/// <summary>A way to get the batches of an epoch.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Epoch">Goes through an epoch and returns the number of rows.</param>
internal sealed record LoadCase(string Name, Func<long, long> Epoch);
