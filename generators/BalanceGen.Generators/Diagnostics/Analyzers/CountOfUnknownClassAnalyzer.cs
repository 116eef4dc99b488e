using System.Linq;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0102: a count is declared for a label that is none of the classes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CountOfUnknownClassAnalyzer : ClassCountAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public CountOfUnknownClassAnalyzer()
        : base(Descriptors.CountOfUnknownClass)
    {
    }

    private protected override void Analyze(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        foreach (DeclaredCount declared in counts.Items.Where(declared => declared.ClassIndex < 0))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declared.LabelLocation(context.CancellationToken),
                declared.LabelText,
                counts.TargetName,
                counts.LabelType,
                counts.Label.ClassNames(limit: 12)));
        }
    }
}
