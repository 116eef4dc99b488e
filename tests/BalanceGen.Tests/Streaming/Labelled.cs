namespace BalanceGen.Tests.Streaming;

/// <summary>A row that is its number and its class index.</summary>
internal readonly record struct Labelled(long Number, int Label);
