namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0107: a class-count file, or a labelled file that the build counted, has a label that the type does not have.</summary>
internal sealed class UnknownLabelInCountFileRule() : CountRule(Descriptors.UnknownLabelInCountFile)
{
    /// <summary>The property of a diagnostic that holds the label.</summary>
    public const string LabelProperty = "Label";

    /// <summary>The property that holds the nearest class, if there is one.</summary>
    public const string NearestProperty = "Nearest";

    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved is not { File: { } file, UnknownLabels: { Count: > 0 } unknown })
        {
            return;
        }

        LabelPlaces places = counts.Places(context.Options, context.CancellationToken);
        if (counts.Resolved.LabelSeparator is { } separator)
        {
            string single = file.Dataset.Length > 0
                ? $"set LabelSeparator to '{separator}' on LabeledData"
                : "write a line for each single class with the number of rows that have it";
            string remedy = counts.Label is MultiLabelModel
                ? single
                : $"declare a label that holds several classes ([ClassLabel(Encoding = LabelEncoding.Set)] on a [Flags] enum or a list), and {single}";
            string labels = unknown.Count == 1 ? "label" : "labels";
            Report(context, counts, $"{CSharpLiteral.Of(unknown.Count)} {labels} in {Describe(unknown[0], file, places)} look like several classes each, such as '{ClassCountProblem.Excerpt(unknown[0].Label)}', and are", remedy);
        }
        else if (unknown.Count > ClassNameList.MostReports)
        {
            string all = ClassNameList.Of([.. unknown.Select(entry => entry.Label)]);
            string nearest = string.Join(", ", unknown.Take(ClassNameList.MostReports)
                .Select(entry => (entry.Label, Nearest: Nearest(entry, counts)))
                .Where(pair => pair.Nearest is not null)
                .Select(pair => $"'{pair.Nearest}' for '{ClassCountProblem.Excerpt(pair.Label)}'"));
            string remedy = nearest.Length == 0
                ? "add the classes, correct the labels, or declare how they are compared with Comparison on [ClassLabel]"
                : $"write {nearest}, the nearest classes, add the classes, or declare how labels are compared with Comparison on [ClassLabel]";
            Report(context, counts, $"{CSharpLiteral.Of(unknown.Count)} of the {CSharpLiteral.Of(file.Content.Entries.Count)} labels in {Describe(unknown[0], file, places)} ({all}) are", remedy);
        }
        else
        {
            foreach (ClassCountEntry entry in unknown)
            {
                string? nearest = Nearest(entry, counts);
                Report(
                    context,
                    counts,
                    $"The label '{ClassCountProblem.Excerpt(entry.Label)}' in {Describe(entry, file, places)} is",
                    nearest is null ? "add the class, or remove the line" : $"write '{nearest}', the nearest class, or add the class",
                    FixData.Of(LabelProperty, entry.Label).Add(NearestProperty, nearest));
            }
        }
    }

    /// <summary>The file and line that a person can correct. For a file that the build wrote, these are the training file and the first row with the label.</summary>
    private static string Describe(ClassCountEntry entry, CountFile file, LabelPlaces places) => places.Of(entry.Label) is not { } place
        ? $"'{file.Name}', line {CSharpLiteral.Of(entry.Line)},"
        : place.Line == 0
        ? $"'{place.FileName}' ({CSharpLiteral.OfWhole(entry.Count)} {(entry.Count == 1 ? "row" : "rows")})"
        : entry.Count == 1
            ? $"'{place.FileName}', line {CSharpLiteral.OfWhole(place.Line)},"
            : $"'{place.FileName}', line {CSharpLiteral.OfWhole(place.Line)} (the first of {CSharpLiteral.OfWhole(entry.Count)} rows),";

    /// <summary>The class that a label may have been meant for, or null.</summary>
    public static string? Nearest(ClassCountEntry entry, TargetCounts counts) =>
        NearestName.Find(entry.Label, Enumerable.Range(0, counts.Label.ClassCount).Select(counts.Label.ClassName));

    /// <summary>Reports with what a code fix needs to know, where it can help.</summary>
    private void Report(
        SymbolAnalysisContext context, TargetCounts counts, string statement, string remedy, ImmutableDictionary<string, string?>? properties = null) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, counts.Location(context.CancellationToken), properties, statement, counts.TargetName, remedy));
}
