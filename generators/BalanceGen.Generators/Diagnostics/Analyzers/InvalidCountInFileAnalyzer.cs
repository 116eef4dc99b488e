using BalanceGen.Generators.CountFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0109: a count of a class-count file is no number of rows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidCountInFileAnalyzer : CountFileProblemAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidCountInFileAnalyzer()
        : base(Descriptors.InvalidCountInFile)
    {
    }

    private protected override bool IsOwn(ClassCountProblemKind kind) => kind is ClassCountProblemKind.MalformedCount or ClassCountProblemKind.NegativeCount or ClassCountProblemKind.FractionalCount
        or ClassCountProblemKind.OverflowingCount or ClassCountProblemKind.OverflowingTotal;
}
