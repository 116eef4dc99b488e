using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0004: more than one member has [ClassLabel].</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralLabelsAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public SeveralLabelsAnalyzer()
        : base(Descriptors.SeveralLabels)
    {
    }
}
