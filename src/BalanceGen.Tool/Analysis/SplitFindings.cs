namespace BalanceGen.Tool.Analysis;

/// <summary>What is wrong between splits.</summary>
internal static class SplitFindings
{
    private const int Named = 8;

    public static IEnumerable<Finding> Of(SplitComparison? splits)
    {
        if (splits is null)
        {
            yield break;
        }

        for (int split = 0; split < splits.Names.Count; split++)
        {
            if (splits.MissingClasses[split] is { Count: > 0 } missing)
            {
                yield return new Finding(
                    "classMissingFromSplit",
                    Severity.Warning,
                    $"{splits.Names[split]} lacks {Figures.Plural(missing.Count, "class", "classes")} that other splits have",
                    "What is not in the training split is never learned; what is not in a test split is never measured, and its recall is 0/0.",
                    [.. missing.Take(Named)],
                    missing.Count);
            }
        }

        foreach (Leak leak in splits.Leaks)
        {
            yield return new Finding(
                "rowInTwoSplits",
                Severity.Error,
                $"{Figures.Plural(leak.Rows, "row", "rows")} of {leak.Second} {(leak.Rows == 1 ? "is" : "are")} also in {leak.First}",
                $"Compared by {leak.ComparedBy}. A test that knows rows of the training set measures memory.",
                leak.Examples,
                leak.Rows);
        }
    }
}
