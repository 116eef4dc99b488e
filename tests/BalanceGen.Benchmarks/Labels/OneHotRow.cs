namespace BalanceGen.Benchmarks.Labels;

[BalancedDataset]
internal partial struct OneHotRow
{
    [ClassLabel("water", "forest", "meadow", "field", "town", "road", "rock", "snow")]
    public EightFloats Label;
}
