namespace BalanceGen.Benchmarks;

/// <summary>What the generator emits for a record with an integer label of [0, 9].</summary>
public readonly struct StreamRowIndexer : IClassIndexer<StreamRow>
{
    private static readonly ClassSet Ten = ClassSet.Numbered(10);

    public ClassSet Classes => Ten;

    public int IndexOf(in StreamRow row) => (uint)row.Label < 10 ? row.Label : -1;

    public string DescribeLabel(in StreamRow row) => row.Label.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
