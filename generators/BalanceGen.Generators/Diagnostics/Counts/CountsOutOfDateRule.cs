namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0118: the labelled data have changed since a build counted them. Only builds for the editor find that out; any other counts again.</summary>
internal sealed class CountsOutOfDateRule() : CountRule(Descriptors.CountsOutOfDate)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.File?.Metadata is { IsOutdated: true, Counted: var time })
        {
            Report(context, counts, counts.TargetName, time.Length == 0 ? "by the last build" : $"at {time}");
        }
    }
}
