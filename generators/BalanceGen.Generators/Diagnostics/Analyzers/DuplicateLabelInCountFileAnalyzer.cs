using BalanceGen.Generators.CountFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0110: a class-count file has two lines for one label.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateLabelInCountFileAnalyzer : CountFileProblemAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public DuplicateLabelInCountFileAnalyzer()
        : base(Descriptors.DuplicateLabelInCountFile)
    {
    }

    private protected override bool IsOwn(ClassCountProblemKind kind) => kind is ClassCountProblemKind.DuplicateLabel;
}
