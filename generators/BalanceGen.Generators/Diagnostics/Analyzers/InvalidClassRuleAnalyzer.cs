using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0012: a class is ignored or merged that is no label, or in ways that contradict each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidClassRuleAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidClassRuleAnalyzer()
        : base(Descriptors.InvalidClassRule)
    {
    }
}
