using BalanceGen.Generators.CountFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0108: a class-count file, or a line of it, is not label and count.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MalformedCountFileAnalyzer : CountFileProblemAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public MalformedCountFileAnalyzer()
        : base(Descriptors.MalformedCountFile)
    {
    }

    private protected override bool IsOwn(ClassCountProblemKind kind) => kind is ClassCountProblemKind.EmptyFile or ClassCountProblemKind.NotText or ClassCountProblemKind.UnterminatedQuote
        or ClassCountProblemKind.StrayQuote or ClassCountProblemKind.MissingCount or ClassCountProblemKind.TooManyFields or ClassCountProblemKind.EmptyLabel;
}
