using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0010: an argument of [ClassLabel] has no effect.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedLabelArgumentAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public UnusedLabelArgumentAnalyzer()
        : base(Descriptors.UnusedLabelArgument)
    {
    }
}
