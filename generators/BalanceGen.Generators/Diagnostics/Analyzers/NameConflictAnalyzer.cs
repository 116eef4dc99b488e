using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0007: the name of a generated member is taken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameConflictAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public NameConflictAnalyzer()
        : base(Descriptors.NameConflict)
    {
    }
}
