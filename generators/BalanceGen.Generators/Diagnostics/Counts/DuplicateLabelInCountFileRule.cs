namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>BALG0110: a class-count file has two lines for one label.</summary>
internal sealed class DuplicateLabelInCountFileRule() : CountFileProblemRule(Descriptors.DuplicateLabelInCountFile)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        base.Check(context, counts);
        foreach (ClassCountEntry entry in counts.Resolved.RepeatedClasses.Take(MostReports))
        {
            string problem = $"line {CSharpLiteral.Of(entry.Line)}: the label '{ClassCountProblem.Excerpt(entry.Label)}' is of a class that has a line before, and a row with both labels counts once";
            Report(context, counts, counts.Resolved.File!.Name, counts.TargetName, problem);
        }
    }
}
