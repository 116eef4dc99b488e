using System.Linq;
using BalanceGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>A rule that the validator checks for the generator too: reports what it found against this rule.</summary>
public abstract class TargetValidityAnalyzer : TargetAnalyzer
{
    private protected TargetValidityAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected sealed override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol target, TargetVerdict verdict)
    {
        foreach (Violation violation in TargetClasses.Violations(target, verdict, context.Options, context.CancellationToken).Where(violation => violation.Rule == Rule))
        {
            context.ReportDiagnostic(violation.ToDiagnostic());
        }
    }
}
