using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>A rule about the declared counts of a type whose classes are known.</summary>
public abstract class ClassCountAnalyzer : TargetAnalyzer
{
    private protected ClassCountAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    /// <summary>Reports which of the counts break the rule.</summary>
    private protected abstract void Analyze(SymbolAnalysisContext context, DeclaredCounts counts);

    private protected sealed override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol target, TargetVerdict verdict)
    {
        if (verdict.Member is { } member
            && verdict.Label is { } label
            && TargetCounts.Of(target, member, label, context.Options, context.CancellationToken) is { } counts)
        {
            Analyze(context, counts.Declared);
        }
    }
}
