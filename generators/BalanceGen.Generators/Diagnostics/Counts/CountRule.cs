namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>A rule about the counts of a type whose classes are known, wherever they come from.</summary>
/// <param name="rule">What is reported.</param>
internal abstract class CountRule(DiagnosticDescriptor rule)
{
    /// <summary>The most reports at one place. More help nobody, and a file of another kind would give one for each line.</summary>
    protected const int MostReports = 50;

    public DiagnosticDescriptor Rule { get; } = rule;

    /// <summary>Reports which of the counts break the rule.</summary>
    public abstract void Check(SymbolAnalysisContext context, TargetCounts counts);

    /// <summary>Reports where the user's source names the counts.</summary>
    protected void Report(SymbolAnalysisContext context, TargetCounts counts, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, counts.Location(context.CancellationToken), arguments));
}
