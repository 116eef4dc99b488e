namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>A rule about lines of a class-count file that cannot be read.</summary>
/// <param name="rule">What is reported.</param>
internal abstract class CountFileProblemRule(DiagnosticDescriptor rule) : CountRule(rule)
{
    /// <summary>Whether a defect is the rule's own.</summary>
    protected abstract bool IsOwn(ClassCountProblemKind kind);

    public override void Check(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.File is { } file)
        {
            foreach (ClassCountProblem problem in file.Content.Problems.Where(problem => IsOwn(problem.Kind)).Take(MostReports))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, counts.Location(context.CancellationToken), file.Name, counts.TargetName, problem.Describe()));
            }
        }
    }
}
