using BalanceGen.Generators.Parsing;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>A rule about the counts of a type whose classes are known, wherever they come from.</summary>
public abstract class KnownCountAnalyzer : TargetAnalyzer
{
    /// <summary>More than this many reports at one place help nobody; a file of another kind would give one a line.</summary>
    private protected const int MostReports = 50;

    private protected KnownCountAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    /// <summary>Reports which of the counts break the rule.</summary>
    private protected abstract void Analyze(SymbolAnalysisContext context, TargetCounts counts);

    private protected sealed override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol target, TargetVerdict verdict)
    {
        if (verdict.Member is { } member
            && verdict.Label is { } label
            && TargetCounts.Of(target, member, label, context.Options, context.CancellationToken) is { } counts)
        {
            Analyze(context, counts);
        }
    }
}
