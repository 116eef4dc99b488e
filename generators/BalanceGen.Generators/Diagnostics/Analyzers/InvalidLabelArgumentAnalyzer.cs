using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0011: an argument of a label makes no sense for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidLabelArgumentAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidLabelArgumentAnalyzer()
        : base(Descriptors.InvalidLabelArgument)
    {
    }
}
