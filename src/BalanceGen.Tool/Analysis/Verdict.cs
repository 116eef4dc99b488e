namespace BalanceGen.Tool.Analysis;

/// <summary>The one sentence that a reader needs.</summary>
internal static class Verdict
{
    /// <summary>A class with fewer rows is called rare: too few to estimate anything from.</summary>
    public const int FewRows = 20;

    public static string Of(LabelledData data)
    {
        ClassCounts counts = data.Counts;
        bool isDeclared = data.Labelling.DeclaredCount > 0;
        int present = counts.Classes.Count - counts.EmptyClasses.Count;
        int few = counts.Values.ToArray().Count(count => count is > 0 and < FewRows);
        var reasons = new List<string> { Figures.Plural(counts.Classes.Count, "class", "classes") };
        if (present > 1)
        {
            reasons.Add($"ratio {Figures.Ratio(counts.ImbalanceRatio)}");
        }

        if (few > 0)
        {
            reasons.Add($"{Figures.Plural(few, "class", "classes")} under {FewRows} rows");
        }

        int empty = counts.EmptyClasses.Count;
        if (empty > 0)
        {
            reasons.Add($"{Figures.Plural(empty, isDeclared ? "declared class" : "class", isDeclared ? "declared classes" : "classes")} without rows");
        }

        if (data.MultiLabel is not null)
        {
            reasons.Add("several labels a row");
        }

        return $"{Degree(counts, present)}: {string.Join(", ", reasons)}.";
    }

    private static string Degree(ClassCounts counts, int present) => present switch
    {
        0 => "No rows",
        1 => "One class only: nothing can be learned",
        _ => counts.ImbalanceRatio switch
        {
            <= 1.5 => counts.EmptyClasses.Count > 0 ? "Balanced, but for the empty classes" : "Balanced",
            <= 10 => "Mildly imbalanced",
            <= 100 => "Imbalanced",
            _ => "Severely imbalanced",
        },
    };
}
