namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0101: a class is known to have no rows, and no policy for such classes is declared.</summary>
internal sealed class ZeroCountClassRule() : CountRule(Descriptors.ZeroCountClass)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Annotation.ZeroCounts is not null)
        {
            return;
        }

        CancellationToken token = context.CancellationToken;
        if (counts.Resolved is { File: not null, Values: { } values })
        {
            int[] empty = [.. Enumerable.Range(0, values.Count).Where(classIndex => values[classIndex] == 0)];
            if (empty.Length > ClassNameList.MostReports)
            {
                ReportAll(context, counts, empty);
                return;
            }

            foreach (int classIndex in empty)
            {
                Report(context, counts, counts.Location(token), classIndex, counts.Resolved.Describe(classIndex));
            }
        }

        // The counts of merged labels add up: one of them may well have no rows of its own.
        foreach (DeclaredCount declared in counts.Declared.Items
            .Where(declared => declared.ClassIndex >= 0)
            .GroupBy(declared => declared.ClassIndex)
            .Where(ofClass => ofClass.All(declared => declared.Count == 0))
            .SelectMany(ofClass => ofClass))
        {
            Report(context, counts, declared.CountLocation(token), declared.ClassIndex, "is declared with 0 rows");
        }
    }

    private void Report(SymbolAnalysisContext context, TargetCounts counts, Location location, int classIndex, string statement)
    {
        string name = counts.Label.ClassName(classIndex);
        context.ReportDiagnostic(Diagnostic.Create(Rule, location, $"Class '{name}' of '{counts.TargetName}' {statement}", "its", $"'{name}'", "it"));
    }

    private void ReportAll(SymbolAnalysisContext context, TargetCounts counts, IReadOnlyCollection<int> empty)
    {
        string names = ClassNameList.Of([.. empty.Select(counts.Label.ClassName)]);
        string statement = $"{CSharpLiteral.Of(empty.Count)} of the {CSharpLiteral.Of(counts.Label.ClassCount)} classes of '{counts.TargetName}' have no rows in '{counts.Resolved.File!.Name}' ({names})";
        Report(context, counts, statement, "each one's", "them", "them");
    }
}
