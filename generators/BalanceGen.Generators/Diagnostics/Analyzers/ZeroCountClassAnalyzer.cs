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
        foreach (DeclaredCount declared in counts.Items.Where(declared => declared.ClassIndex >= 0 && declared.Count == 0))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declared.CountLocation(context.CancellationToken),
                counts.Label.ClassName(declared.ClassIndex),
                counts.TargetName));
        }
    }
}
