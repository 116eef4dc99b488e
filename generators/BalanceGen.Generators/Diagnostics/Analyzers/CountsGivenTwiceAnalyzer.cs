using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0111: the counts of a type come from more than one source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountsGivenTwiceAnalyzer : KnownCountAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public CountsGivenTwiceAnalyzer()
        : base(Descriptors.CountsGivenTwice)
    {
    }

    private protected override void Analyze(SymbolAnalysisContext context, TargetCounts counts)
    {
        if (counts.Resolved.IsGivenTwice)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, counts.Location(context.CancellationToken), counts.TargetName, string.Join(" and ", counts.Resolved.Sources)));
        }
    }
}
