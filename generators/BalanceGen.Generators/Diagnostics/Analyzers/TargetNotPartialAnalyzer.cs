using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0001: the type or a type around it is not partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetNotPartialAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public TargetNotPartialAnalyzer()
        : base(Descriptors.TargetNotPartial)
    {
    }
}
