using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0005: the label cannot be read from a row.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableLabelAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public UnreadableLabelAnalyzer()
        : base(Descriptors.UnreadableLabel)
    {
    }
}
