using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace BalanceGen.Generators.Tests.SecondHarness;

/// <summary>
/// A fix in the harness of Microsoft.CodeAnalysis.Testing: with the generator running, and by itself also as fix-all in document, project and solution.
/// </summary>
internal sealed class FixTest<TAnalyzer, TFixer> : CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFixer : CodeFixProvider, new()
{
    public FixTest(string code, string fixedCode)
    {
        TestCode = code;
        FixedCode = fixedCode;
        ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        TestState.AdditionalReferences.AddRange(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(BalancedDatasetAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)));
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
    }

    /// <summary>Adds a file that the fix leaves as it is, or changes.</summary>
    public FixTest<TAnalyzer, TFixer> WithFile(string path, string before, string after)
    {
        TestState.AdditionalFiles.Add((path, before));
        FixedState.AdditionalFiles.Add((path, after));
        return this;
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(BalanceGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
}
