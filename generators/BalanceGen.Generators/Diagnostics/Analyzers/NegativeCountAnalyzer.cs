using System.Globalization;
using System.Linq;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0103: a declared count is negative.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NegativeCountAnalyzer : ClassCountAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public NegativeCountAnalyzer()
        : base(Descriptors.NegativeCount)
    {
    }

    private protected override void Analyze(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        foreach (DeclaredCount declared in counts.Items.Where(declared => declared.Count < 0))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                declared.CountLocation(context.CancellationToken),
                declared.LabelText,
                counts.TargetName,
                declared.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
