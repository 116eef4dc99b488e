namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0115: what was taken as the header of a labelled file looks like a row.</summary>
internal sealed class HeaderIsClassRule() : CountRule(Descriptors.HeaderIsClass)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        LabelPlaces places = counts.Places(context.Options, context.CancellationToken);
        var lookup = new Lazy<LabelLookup>(() => new LabelLookup(counts.Label));
        foreach (LabelPlace header in places.Headers.Where(header => lookup.Value.IndexOf(header.Label) >= 0))
        {
            Report(context, counts, header.FileName, ClassCountProblem.Excerpt(header.Label), counts.TargetName);
        }
    }
}
