using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0116: the file that should list the classes is missing or broken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassesNotKnownAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public ClassesNotKnownAnalyzer()
        : base(Descriptors.ClassesNotKnown)
    {
    }
}
