namespace BalanceGen.Tool.Analysis;

/// <summary>Checks labelled data against rules.</summary>
internal static class Checker
{
    private const int Named = 10;

    /// <summary>The rules that are checked, in words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Rules = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["min-rows"] = "Every class has at least so many rows.",
        ["max-ratio"] = "The most frequent class has at most so many times the rows of the rarest.",
        ["max-share"] = "No class has more than this share of the rows.",
        ["no-empty"] = "Every declared class has rows.",
        ["no-new"] = "Every label is a declared class.",
        ["no-missing"] = "Every row has a label.",
        ["no-conflicts"] = "Rows of equal content have equal labels.",
        ["no-variants"] = "No two labels differ only in case, blanks, Unicode form or the way a number is written.",
        ["max-drift"] = "The class shares are near those of the reference.",
        ["min-p"] = "The class counts may come from the distribution of the reference.",
    };

    public static IReadOnlyList<Violation> Check(LabelledData data, CheckRules rules, ClassCounts? reference, IReadOnlyList<string> idColumns, ProgressLine progress, CancellationToken cancellation)
    {
        ClassCounts counts = data.Counts;
        string? file = data.Input.Files.Count > 0 ? data.Input.Files[0] : null;
        var violations = new List<Violation>();
        void Add(string rule, string message) => violations.Add(new Violation(rule, message, file));

        int[] rarest = Ranking.RarestFirst(counts);
        if (rules.MinimumRows is { } minimum && rarest.Where(index => counts[index] < minimum && (counts[index] > 0 || !rules.NoEmpty)).ToArray() is { Length: > 0 } few)
        {
            Add("min-rows", $"{Figures.Plural(few.Length, "class has", "classes have")} fewer than {Figures.Plural(minimum, "row", "rows")}: {List(few.Select(index => $"{counts.Classes[index]} ({Figures.Count(counts[index])})"), few.Length)}");
        }

        if (rules.NoEmpty && counts.EmptyClasses is { Count: > 0 } empty)
        {
            Add("no-empty", $"{Figures.Plural(empty.Count, "declared class has", "declared classes have")} no rows: {List(empty.Select(index => counts.Classes[index]), empty.Count)}");
        }

        if (rules.MaximumRatio is { } ratio && counts.ImbalanceRatio > ratio)
        {
            int most = Ranking.MostFrequentFirst(counts)[0];
            int least = Array.Find(rarest, index => counts[index] > 0);
            Add("max-ratio", $"the imbalance ratio is {Figures.Ratio(counts.ImbalanceRatio)}, more than {Figures.Ratio(ratio)}: {counts.Classes[most]} has {Figures.Count(counts[most])} rows, {counts.Classes[least]} {Figures.Count(counts[least])}");
        }

        if (rules.MaximumShare is { } share && Ranking.MostFrequentFirst(counts)[0] is var first && counts.ShareOf(first) > share)
        {
            Add("max-share", $"class {counts.Classes[first]} has {Figures.Percent(counts.ShareOf(first))} of the rows, more than {Figures.Percent(share)}");
        }

        if (rules.NoNew && data.Labelling.Undeclared is { Count: > 0 } undeclared)
        {
            Add("no-new", $"{Figures.Plural(undeclared.Count, "label is", "labels are")} no declared class: {List(undeclared.Select(label => $"{label} ({Figures.Plural(counts[data.Classes.IndexOf(label)], "row", "rows")})"), undeclared.Count)}");
        }

        if (rules.NoMissing && data.Cells.Missing > 0)
        {
            Add("no-missing", $"{Figures.Plural(data.Cells.Missing, "row has", "rows have")} no label");
        }

        if (rules.NoVariants)
        {
            foreach ((string suggestion, string[] variants) in LabelHygiene.Variants(data))
            {
                Add("no-variants", $"probably one class: {string.Join(", ", variants.Select(variant => $"'{variant}'"))}; merge them into '{suggestion}'");
            }
        }

        if (rules.NoConflicts && ContentCheck.Of(data, idColumns, progress, cancellation) is { ConflictGroups: > 0 } content)
        {
            Add("no-conflicts", $"{Figures.Plural(content.ConflictGroups, "group of equal rows has", "groups of equal rows have")} different labels: {string.Join("; ", content.Examples)}");
        }

        if (reference is not null)
        {
            Drift(data, rules, reference, Add);
        }

        return violations;
    }

    private static void Drift(LabelledData data, CheckRules rules, ClassCounts reference, Action<string, string> add)
    {
        ClassCounts[] both = UnitedCounts.Of([data.Counts, reference]);
        DriftStatistics drift = DriftStatistics.Between(both[1], both[0]);
        string largest = $"the largest difference is {Figures.Percent(drift.LargestDifference)} at class {drift.LargestDifferenceClass}";
        if (rules.MaximumDrift is { } most && drift.JensenShannon > most)
        {
            add("max-drift", $"the Jensen–Shannon divergence from the reference is {Figures.Number(drift.JensenShannon)}, more than {Figures.Number(most)}; {largest}");
        }

        if (rules.MinimumPValue is { } least && drift.PValue < least)
        {
            add("min-p", $"χ² = {Figures.Number(drift.ChiSquare)} with {drift.DegreesOfFreedom} degrees of freedom, p = {Figures.Number(drift.PValue)}, less than {Figures.Number(least)}; {largest}");
        }
    }

    private static string List(IEnumerable<string> names, int count) => string.Join(", ", names.Take(Named)) + (count > Named ? $" and {Figures.Count(count - Named)} more" : "");
}
