using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0014: a weight is no number, or not the only one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidSampleWeightAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidSampleWeightAnalyzer()
        : base(Descriptors.InvalidSampleWeight)
    {
    }
}
