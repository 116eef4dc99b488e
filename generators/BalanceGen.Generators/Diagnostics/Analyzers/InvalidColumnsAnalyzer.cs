using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0013: the columns of a label are no readable members of one type.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidColumnsAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public InvalidColumnsAnalyzer()
        : base(Descriptors.InvalidColumns)
    {
    }
}
