namespace BalanceGen.Tool.Reports;

/// <summary>Splits as a table.</summary>
internal static class SplitTexts
{
    public static void Write(Screen screen, SplitComparison splits)
    {
        screen.Table(
            ["<split", "rows", "classes missing", "Jensen–Shannon", "χ² p-value", "largest difference", "<of class"],
            splits.Names.Select((name, split) =>
            {
                DriftStatistics? drift = split == 0 ? null : splits.Drifts[split - 1];
                return (string[])
                [
                    name,
                    Figures.Count(splits.Counts[split].Total),
                    splits.MissingClasses[split].Count.ToString(CultureInfo.InvariantCulture),
                    drift is null ? "–" : Figures.Number(drift.JensenShannon),
                    drift is null ? "–" : Figures.Number(drift.PValue),
                    drift is null ? "–" : Figures.Percent(drift.LargestDifference),
                    drift?.LargestDifferenceClass ?? "",
                ];
            }));
        foreach (Leak leak in splits.Leaks)
        {
            screen.Say($"{Figures.Plural(leak.Rows, "row", "rows")} of {leak.Second} {(leak.Rows == 1 ? "is" : "are")} also in {leak.First}, compared by {leak.ComparedBy}", "red");
        }
    }
}
