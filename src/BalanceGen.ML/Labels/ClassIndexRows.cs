namespace BalanceGen.ML;

/// <summary>Rows that are class indices already, ignored ones among them.</summary>
internal readonly struct ClassIndexRows(ClassSet classes) : IClassIndexer<int>
{
    public ClassSet Classes { get; } = classes;

    public int IndexOf(in int row) => row;

    public string DescribeLabel(in int row) => row.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
