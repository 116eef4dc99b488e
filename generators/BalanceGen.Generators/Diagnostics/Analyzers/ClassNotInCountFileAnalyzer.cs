using System.Linq;
using BalanceGen.Generators.Parsing.Counts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0106: a class-count file has no line for some classes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassNotInCountFileAnalyzer : KnownCountAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public ClassNotInCountFileAnalyzer()
        : base(Descriptors.ClassNotInCountFile)
    {
    }

    private protected override void Analyze(SymbolAnalysisContext context, TargetCounts counts)
    {
        string[] missing = [.. counts.Resolved.MissingClasses.Select(counts.Label.ClassName)];
        if (missing.Length > 0)
        {
            const int NamesShown = 12;
            string names = string.Join(", ", missing.Take(NamesShown)) + (missing.Length > NamesShown ? ", …" : "");
            context.ReportDiagnostic(Diagnostic.Create(
                Rule,
                counts.Location(context.CancellationToken),
                counts.Resolved.File!.Name,
                missing.Length,
                counts.Label.ClassCount,
                counts.TargetName,
                names));
        }
    }
}
