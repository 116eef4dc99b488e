using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Diagnostics.Analyzers;

/// <summary>BALG0002: the type is static, a ref struct or file-local.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedTargetAnalyzer : TargetValidityAnalyzer
{
    /// <summary>Creates the analyzer.</summary>
    public UnsupportedTargetAnalyzer()
        : base(Descriptors.UnsupportedTarget)
    {
    }
}
