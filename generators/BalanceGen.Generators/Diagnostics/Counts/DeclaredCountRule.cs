namespace BalanceGen.Generators.Diagnostics.Counts;

/// <summary>A rule about the counts that [ClassCount] declares.</summary>
/// <param name="rule">What is reported.</param>
internal abstract class DeclaredCountRule(DiagnosticDescriptor rule) : CountRule(rule)
{
    public sealed override void Check(SymbolAnalysisContext context, TargetCounts counts) => Check(context, counts.Declared);

    /// <summary>Reports which of the declarations break the rule.</summary>
    protected abstract void Check(SymbolAnalysisContext context, DeclaredCounts counts);
}
