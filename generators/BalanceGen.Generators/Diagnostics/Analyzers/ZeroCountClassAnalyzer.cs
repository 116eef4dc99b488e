using System.Linq;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0101: a class is declared to have no rows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ZeroCountClassAnalyzer : ClassCountAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public ZeroCountClassAnalyzer()
        : base(Descriptors.ZeroCountClass)
    {
    }

    private protected override void Analyze(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        // The counts of merged labels add up: one of them may well have no rows of its own.
        foreach (DeclaredCount declared in counts.Items
            .Where(declared => declared.ClassIndex >= 0)
            .GroupBy(declared => declared.ClassIndex)
            .Where(ofClass => ofClass.All(declared => declared.Count == 0))
            .SelectMany(ofClass => ofClass))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declared.CountLocation(context.CancellationToken),
                counts.Label.ClassName(declared.ClassIndex),
                counts.TargetName));
        }
    }
}
