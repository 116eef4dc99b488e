namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0115: what was taken as the header of a labelled file looks like a row.</summary>
internal sealed class HeaderIsClassRule() : CountRule(Descriptors.HeaderIsClass)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        LabelPlaces places = counts.Places(context.Options, context.CancellationToken);
        if (places.Headers.Count == 0)
        {
            return;
        }

        var lookup = new LabelLookup(counts.Label);
        foreach (LabelPlace header in places.Headers)
        {
            if (lookup.IndexOf(header.Label) >= 0)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, counts.Location(context.CancellationToken), header.FileName, ClassCountProblem.Excerpt(header.Label), counts.TargetName));
            }
        }
    }
}
