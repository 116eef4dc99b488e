using System.Collections.Immutable;
using BalanceGen.Generators.Diagnostics.Usage;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>Code in which there is nothing to report: the repository's own, and ordinary C#.</summary>
public sealed class UsageFalseAlarmTests
{
    private static readonly DiagnosticAnalyzer[] UsageAnalyzers =
        [.. AnalyzerVerifier.AllAnalyzers.Where(analyzer => analyzer is UsageAnalyzer)];

    /// <summary>What the SDK writes into every project with implicit usings.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Fact]
    public void There_are_usage_rules_to_run() => Assert.InRange(UsageAnalyzers.Length, 10, 100);

    [Theory]
    [InlineData("src", 50)]
    [InlineData("samples", 1)]
    [InlineData("generators", 50)]
    public async Task Sources_of_the_repository_have_no_diagnostic(string folder, int atLeast)
    {
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories).Where(IsSource)];
        Assert.InRange(files.Length, atLeast, 10_000);

        // Compiled together they hold errors; what binds is analyzed all the same. The tests are left out: they do on purpose what the rules are about.
        AssertNone(await RunAsync(
            [CSharpSyntaxTree.ParseText(ImplicitUsings, TestCompilation.ParseOptions), .. files.Select(Parse)]));
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task Ordinary_code_has_no_diagnostic(string file) =>
        AssertNone(await RunAsync([CSharpSyntaxTree.ParseText(ImplicitUsings, TestCompilation.ParseOptions), Parse(CorpusFile(file))], mustCompile: true));

    [Fact]
    public async Task Variables_set_to_each_other_in_unfinished_code_are_not_followed_for_ever() =>
        AssertNone(await AnalyzerVerifier.DiagnosticsAsync(
            TestCompilation.Of(UsageSource.Of("""
                static void A()
                {
                    RowIndex index = same; RowIndex same = index;
                    ClassCounts counts = equal; ClassCounts equal = counts;
                    long n = m; long m = n;
                    var sampler = new BalancedSampler(index, 1);
                    Fit(sampler, ClassWeights.Balanced(counts));
                    for (int epoch = 0; epoch < 3; epoch++) foreach (int row in Draws(index, epoch)) { Console.WriteLine(1.0 / n); }
                }
                static void Fit(Sampler sampler, ClassWeights weights) { }
                static IEnumerable<int> Draws(RowIndex index, int epoch) => index.Rows(epoch).ToArray();
                """)),
            UsageAnalyzers));

    public static TheoryData<string> Corpus =>
        [.. Directory.EnumerateFiles(CorpusFile(""), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string CorpusFile(string name) =>
        Path.Combine(Repository.Root, "tests", "BalanceGen.Generators.Tests", "Corpus", name);

    private static bool IsSource(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestCompilation.ParseOptions, path);

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(IEnumerable<SyntaxTree> trees, bool mustCompile = false)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Corpus", trees, TestCompilation.References, TestCompilation.Options().WithAllowUnsafe(true).WithOutputKind(OutputKind.ConsoleApplication));
        GeneratorRun run = GeneratorRun.Start(compilation);
        if (mustCompile)
        {
            Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS5001"));
        }

        return await AnalyzerVerifier.DiagnosticsAsync(compilation, UsageAnalyzers);
    }

    private static void AssertNone(ImmutableArray<Diagnostic> found) =>
        Assert.True(found.IsEmpty, string.Join('\n', found));
}
