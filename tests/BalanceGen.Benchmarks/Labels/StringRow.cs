namespace BalanceGen.Benchmarks.Labels;

[BalancedDataset]
internal readonly partial record struct StringRow(
    [ClassLabel("water", "forest", "meadow", "field", "town", "road", "rock", "snow")] string Label);
