namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0103: a declared count is negative.</summary>
internal sealed class NegativeCountRule() : DeclaredCountRule(Descriptors.NegativeCount)
{
    protected override void Check(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        foreach (DeclaredCount declared in counts.Items.Where(declared => declared.Count < 0))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declared.CountLocation(context.CancellationToken),
                declared.LabelText,
                counts.TargetName,
                declared.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
