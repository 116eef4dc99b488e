using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0009: Min and Max are no range of the label's type, or a too large one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidIntegerRangeAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidIntegerRangeAnalyzer()
        : base(Descriptors.InvalidIntegerRange)
    {
    }
}
