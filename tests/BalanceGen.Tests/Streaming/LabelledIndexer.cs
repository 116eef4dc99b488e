namespace BalanceGen.Tests.Streaming;

/// <summary>An indexer with as many classes as the test needs: labels are class indices.</summary>
internal readonly struct LabelledIndexer(ClassSet classes) : IClassIndexer<Labelled>
{
    public ClassSet Classes => classes;

    public int IndexOf(in Labelled row) => (uint)row.Label < (uint)classes.Count ? row.Label : -1;

    public string DescribeLabel(in Labelled row) => row.Label.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
