using System.Globalization;
using System.Linq;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0104: the count of a class is declared more than once, perhaps under two names of one enum value.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateCountAnalyzer : ClassCountAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public DuplicateCountAnalyzer()
        : base(Descriptors.DuplicateCount)
    {
    }

    private protected override void Analyze(SymbolAnalysisContext context, DeclaredCounts counts)
    {
        foreach (var sameLabel in counts.Items
            .Where(declared => declared.ClassIndex >= 0)
            .GroupBy(counts.Counted))
        {
            DeclaredCount first = sameLabel.First();
            foreach (DeclaredCount again in sameLabel.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule,
                    again.LabelLocation(context.CancellationToken),
                    counts.Label.ClassName(first.ClassIndex),
                    counts.TargetName,
                    first.Count.ToString(CultureInfo.InvariantCulture),
                    again.Count.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }
}
