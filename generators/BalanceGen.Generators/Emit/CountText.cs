using System.Globalization;
using BalanceGen.Generators.Infrastructure;
using BalanceGen.Generators.Model;

namespace BalanceGen.Generators.Emit;

/// <summary>Counts for a reader who points at a member: documentation comments are what every editor shows.</summary>
internal static class CountText
{
    private const int RarestShown = 12;
    private const int MostFrequentShown = 3;

    /// <summary>The rows of a class and their share.</summary>
    public static string Of(BakedCounts counts, int classIndex)
    {
        long count = counts.Values[classIndex];
        string share = counts.Total == 0 ? "" : $" ({(100.0 * count / counts.Total).ToString("0.##", CultureInfo.InvariantCulture)} %)";
        return $"{CSharpLiteral.OfWhole(count)}{(count == 1 ? " row" : " rows")}{share}";
    }

    /// <summary>The rarest classes, the most frequent ones, and how far they are apart; without markup of its own.</summary>
    public static string Table(CountedTarget counted, BakedCounts counts)
    {
        LabelModel label = counted.Target.Label;
        int[] order = [.. Enumerable.Range(0, counts.Values.Count).OrderBy(index => counts.Values[index])];
        int[] frequent = [.. order.Skip(RarestShown).Reverse().Take(MostFrequentShown)];
        string rarest = string.Join(", ", order.Take(RarestShown).Select(Item));
        string others = order.Length > RarestShown + frequent.Length ? $" … {CSharpLiteral.Of(order.Length - RarestShown - frequent.Length)} more …" : "";
        string most = frequent.Length == 0 ? "" : $" Most frequent: {string.Join(", ", frequent.Select(Item))}.";
        string unit = label is MultiLabelModel ? "labels" : "rows";
        string ratio = counts.ImbalanceRatio.ToString("0.##", CultureInfo.InvariantCulture);
        return $"{CSharpLiteral.OfWhole(counts.Total)} {unit}, imbalance ratio {ratio}, from {XmlText.Escape(counts.Source)}{(counts.Counted.Length == 0 ? "" : $", counted {XmlText.Escape(counts.Counted)}")}. Rarest first: {rarest}{others}.{most}";

        string Item(int index) => $"{XmlText.Escape(label.ClassName(index))} {Of(counts, index)}";
    }

    /// <summary>The first weights by name.</summary>
    public static string Weights(LabelModel label, IReadOnlyList<double> weights)
    {
        string first = string.Join(", ", weights.Take(RarestShown).Select((weight, index) => $"{XmlText.Escape(label.ClassName(index))} {weight.ToString("0.####", CultureInfo.InvariantCulture)}"));
        return weights.Count > RarestShown ? first + ", …" : first;
    }
}
