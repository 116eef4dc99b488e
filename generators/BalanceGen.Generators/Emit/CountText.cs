namespace BalanceGen.Generators.Emit;

/// <summary>Writes counts into documentation comments, which every editor shows to a reader who points at a member.</summary>
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
        int classes = counts.Values.Count;
        long[] sorted = [.. counts.Values];
        Array.Sort(sorted);
        int[] rarestFirst = Rarest(counts.Values, sorted);
        int[] frequent = MostFrequent(counts.Values, sorted);
        string rarest = string.Join(", ", rarestFirst.Select(Item));
        string others = classes > RarestShown + frequent.Length ? $" … {CSharpLiteral.Of(classes - RarestShown - frequent.Length)} more …" : "";
        string most = frequent.Length == 0 ? "" : $" Most frequent: {string.Join(", ", frequent.Select(Item))}.";
        string unit = label is MultiLabelModel ? "labels" : "rows";
        string ratio = counts.ImbalanceRatio.ToString("0.##", CultureInfo.InvariantCulture);
        return $"{CSharpLiteral.OfWhole(counts.Total)} {unit}, imbalance ratio {ratio}, from {XmlText.Escape(counts.Source)}{(counts.Counted.Length == 0 ? "" : $", counted {XmlText.Escape(counts.Counted)}")}. Rarest first: {rarest}{others}.{most}";

        string Item(int index) => $"{XmlText.Escape(label.ClassName(index))} {Of(counts, index)}";
    }

    /// <summary>
    /// The rarest classes. Of classes with equal counts, the first. There may be thousands of classes, so only the counts are sorted, and then the few classes below the
    /// bound.
    /// </summary>
    private static int[] Rarest(IReadOnlyList<long> counts, long[] sorted)
    {
        long bound = counts.Count <= RarestShown ? long.MaxValue : sorted[RarestShown - 1];
        return [.. Enumerable.Range(0, counts.Count).Where(index => counts[index] <= bound).OrderBy(index => counts[index]).Take(RarestShown)];
    }

    /// <summary>The most frequent classes that are not among the rarest. Of classes with equal counts, the last.</summary>
    private static int[] MostFrequent(IReadOnlyList<long> counts, long[] sorted)
    {
        int shown = Math.Min(MostFrequentShown, counts.Count - RarestShown);
        if (shown <= 0)
        {
            return [];
        }

        long bound = sorted[counts.Count - shown];
        return [.. Enumerable.Range(0, counts.Count).Where(index => counts[index] >= bound).OrderBy(index => counts[index]).Reverse().Take(shown)];
    }

    /// <summary>The first weights by name.</summary>
    public static string Weights(LabelModel label, IReadOnlyList<double> weights)
    {
        string first = string.Join(", ", weights.Take(RarestShown).Select((weight, index) => $"{XmlText.Escape(label.ClassName(index))} {weight.ToString("0.####", CultureInfo.InvariantCulture)}"));
        return weights.Count > RarestShown ? first + ", …" : first;
    }
}
