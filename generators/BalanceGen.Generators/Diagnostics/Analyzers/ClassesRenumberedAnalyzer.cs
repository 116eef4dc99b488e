using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0117: the file gives other indices to classes that models depend on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassesRenumberedAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public ClassesRenumberedAnalyzer()
        : base(Descriptors.ClassesRenumbered)
    {
    }
}
