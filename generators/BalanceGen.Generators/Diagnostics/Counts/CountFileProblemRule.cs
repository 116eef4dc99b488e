namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>A rule about lines of a class-count file that cannot be read.</summary>
/// <param name="rule">What is reported.</param>
internal abstract class CountFileProblemRule(DiagnosticDescriptor rule) : CountRule(rule)
{
    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.File is { } file)
        {
            foreach (ClassCountProblem problem in file.Content.Problems.Where(problem => problem.RuleId == Rule.Id).Take(MostReports))
            {
                Report(context, counts, file.Name, counts.TargetName, problem.Describe());
            }
        }
    }
}
