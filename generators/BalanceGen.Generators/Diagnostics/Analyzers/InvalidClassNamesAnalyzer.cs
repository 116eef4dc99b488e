using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0008: a class name is empty or repeated, or there are too few or too many.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidClassNamesAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidClassNamesAnalyzer()
        : base(Descriptors.InvalidClassNames)
    {
    }
}
