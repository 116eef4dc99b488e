namespace BalanceGen.Tool.Reports;

/// <summary>The figures of the summary in words, in the order in which they are read.</summary>
internal static class SummaryRows
{
    /// <summary>A share of the rows; where rows have several labels the shares of the labels, which add up to one.</summary>
    public static string ShareName(bool isMultiLabel) => isMultiLabel ? "share of labels" : "share";

    public static IEnumerable<(string Name, string Value)> Of(ImbalanceReport report)
    {
        Summary summary = report.Summary;
        yield return ("rows with a label", Figures.Count(summary.Rows));
        if (summary.Missing > 0)
        {
            yield return ("rows without a label", Figures.Count(summary.Missing));
        }

        yield return ("classes", Figures.Count(summary.Classes));
        yield return ("classes without rows", Figures.Count(summary.EmptyClasses));
        yield return ("classes with one row", Figures.Count(summary.SingleRowClasses));
        yield return ("classes under 20 rows", Figures.Count(summary.ClassesUnder20));
        foreach (FrequencyGroup group in report.FrequencyGroups)
        {
            yield return ($"group {group.Group}, {group.Meaning}", group.InWords());
        }

        yield return ("imbalance ratio", Figures.Ratio(summary.ImbalanceRatio));
        yield return ($"most rows: {summary.MostFrequent}", Figures.Count(summary.MostFrequentCount));
        yield return ($"fewest rows: {summary.Rarest}", Figures.Count(summary.RarestCount));
        yield return ("normalised entropy", Figures.Number(summary.NormalizedEntropy));
        yield return ("entropy in bits", Figures.Number(summary.Entropy));
        yield return ("effective classes, exp(H)", Figures.Number(summary.EffectiveClasses));
        yield return ("Gini coefficient", Figures.Number(summary.Gini));
        string counted = report.MultiLabel is null ? "rows" : "labels";
        yield return ($"{counted} of the top 1 % of classes", Figures.Percent(summary.TopPercentShare));
        yield return ($"{counted} of the top 10 % of classes", Figures.Percent(summary.TopTenPercentShare));
        yield return ("accuracy of the majority guess", Figures.Percent(report.Metrics.Accuracy));
        if (report.MultiLabel is { } multi)
        {
            yield return ("labels a row", Figures.Number(multi.LabelsPerRow));
            yield return ("label density", Figures.Number(multi.Density));
            yield return ("label sets", Figures.Count(multi.LabelSets));
            yield return ("MeanIR", Figures.Number(multi.MeanImbalanceRatio));
        }

        if (report.Order is { } order)
        {
            yield return ("rows lie", order.Kind);
            yield return ($"longest run: {order.LongestRunClass}", Figures.Count(order.LongestRun));
        }

        if (report.Content is { } content)
        {
            yield return ("repeated rows", Figures.Count(content.RepeatedRows));
            yield return ("equal rows, other label", Figures.Count(content.ConflictRows));
        }
    }
}
