using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0003: no member has [ClassLabel].</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NoLabelAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public NoLabelAnalyzer()
        : base(Descriptors.NoLabel)
    {
    }
}
