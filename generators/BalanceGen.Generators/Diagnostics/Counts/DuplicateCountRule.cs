namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0104: the count of a class is declared more than once, perhaps under two names of one enum value.</summary>
internal sealed class DuplicateCountRule() : DeclaredCountRule(Descriptors.DuplicateCount)
{
    protected override void Check(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        foreach (var sameLabel in counts.Items
            .Where(declared => declared.ClassIndex >= 0)
            .GroupBy(counts.Counted))
        {
            DeclaredCount first = sameLabel.First();
            foreach (DeclaredCount again in sameLabel.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule,
                    again.LabelLocation(context.CancellationToken),
                    counts.Label.ClassName(first.ClassIndex),
                    counts.TargetName,
                    first.Count.ToString(CultureInfo.InvariantCulture),
                    again.Count.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }
}
