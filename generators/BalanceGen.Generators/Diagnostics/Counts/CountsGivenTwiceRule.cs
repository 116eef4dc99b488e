namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0111: the counts of a type come from more than one source.</summary>
internal sealed class CountsGivenTwiceRule() : CountRule(Descriptors.CountsGivenTwice)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.IsGivenTwice)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, counts.Location(context.CancellationToken), counts.TargetName, string.Join(" and ", counts.Resolved.Sources)));
        }
    }
}
