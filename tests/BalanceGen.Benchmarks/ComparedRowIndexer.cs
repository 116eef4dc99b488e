using System.Globalization;

namespace BalanceGen.Benchmarks;

/// <summary>What the generator emits for a record with an integer label, with as many classes as the data set has.</summary>
internal readonly struct ComparedRowIndexer(ClassSet classes) : IClassIndexer<ComparedRow>
{
    public ClassSet Classes => classes;

    public int IndexOf(in ComparedRow row) => (uint)row.Label < (uint)classes.Count ? row.Label : -1;

    public string DescribeLabel(in ComparedRow row) => row.Label.ToString(CultureInfo.InvariantCulture);
}
