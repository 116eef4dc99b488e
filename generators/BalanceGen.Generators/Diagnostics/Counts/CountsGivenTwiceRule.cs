namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0111: the counts of a type come from more than one source.</summary>
internal sealed class CountsGivenTwiceRule() : CountRule(Descriptors.CountsGivenTwice)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.IsGivenTwice)
        {
            Report(context, counts, counts.TargetName, string.Join(" and ", counts.Resolved.Sources));
        }
    }
}
