using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Xunit.Sdk;

namespace BalanceGen.Generators.Tests.Harness;

public sealed class AnalyzerVerifierTests
{
    [Fact]
    public async Task An_analyzer_that_throws_fails_the_test_that_expects_no_diagnostic()
    {
        XunitException failure = await Assert.ThrowsAnyAsync<XunitException>(
            () => AnalyzerVerifier.DiagnosticsAsync(
                TestCompilation.Of("public static class Program { public static int Twice(int n) => 2 * n; }"), [new ThrowingAnalyzer()]));

        Assert.Contains("AD0001", failure.Message, StringComparison.Ordinal);
    }

#pragma warning disable RS1036, RS1038, RS1041 // No analyzer of a package: one of the tests, in whose assembly the code fixes are tested too.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ThrowingAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1036, RS1038, RS1041
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("TEST0001", "Title", "Message", "Category", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                operation => throw new InvalidOperationException(((IBinaryOperation)operation.Operation).OperatorKind.ToString()), OperationKind.Binary);
        }
    }
}
