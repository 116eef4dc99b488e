using System.Globalization;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>
/// The rules about code that uses the library, on training code in the forms that real code has. A report is right if the rule is marked on its line.
/// </summary>
public sealed class TrainingCorpusTests(ITestOutputHelper output)
{
    /// <summary>What the compiler refuses in the snippets of a rule that explains such errors is its subject.</summary>
    private const string RefusedByTheCompiler = "BatchKept";

    [Fact]
    public void There_are_300_snippets_of_different_names()
    {
        Assert.InRange(TrainingSnippet.All.Count, 300, 10_000);
        Assert.Distinct(TrainingSnippet.All.Select(snippet => (snippet.File, snippet.Name)));
    }

    /// <summary>A rule that is marked nowhere would not be missed.</summary>
    [Fact]
    public void Every_file_has_code_that_is_reported_and_code_that_is_not()
    {
        string[] wrong =
        [
            .. from snippet in TrainingSnippet.All.Select((snippet, number) => (snippet.File, IsReported: snippet.Source(number).Expected.Any()))
               group snippet.IsReported by snippet.File into file
               where file.Distinct().Count() < 2
               select $"Training/{file.Key}.cs has only code that is {(file.First() ? "reported" : "not reported")}.",
        ];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_snippet_compiles()
    {
        IEnumerable<string> errors = Generated().GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.Location.SourceTree!.FilePath.StartsWith(RefusedByTheCompiler, StringComparison.Ordinal))
            .Select(diagnostic => $"{diagnostic.Location.SourceTree!.FilePath}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}");
        Assert.Equal("", string.Join('\n', errors));
    }

    [Fact]
    public async Task Reports_are_right_and_nearly_complete()
    {
        ILookup<string, Diagnostic> reports = (await AnalyzerVerifier.WithoutGeneratedCodeAsync(Generated(), AnalyzerVerifier.AllAnalyzers.Where(IsAboutUsage)))
            .ToLookup(report => report.Location.SourceTree!.FilePath);
        int right = 0;
        var missed = new List<string>();
        var wrong = new List<string>();
        for (int number = 0; number < TrainingSnippet.All.Count; number++)
        {
            MarkedSource source = TrainingSnippet.All[number].Source(number);
            string path = PathOf(number);
            var expected = source.Expected.Select(item => (item.Id, LineOf(source.Text, item.Span.Start))).ToHashSet();
            var actual = reports[path].Select(item => (item.Id, LineOf(source.Text, item.Location.SourceSpan.Start))).ToHashSet();
            right += expected.Intersect(actual).Count();
            missed.AddRange(expected.Except(actual).Select(item => $"missed {item.Id} in {path}, line {item.Item2 - 2}"));
            wrong.AddRange(actual.Except(expected).Select(item => $"wrong {item.Id} in {path}, line {item.Item2 - 2}"));
        }

        double precision = (double)right / (right + wrong.Count);
        double recall = (double)right / (right + missed.Count);
        output.WriteLine(FormattableString.Invariant(
            $"{TrainingSnippet.All.Count} snippets, {right} right, {wrong.Count} wrong, {missed.Count} missed: precision {precision:F3}, recall {recall:F3}"));
        foreach (string line in wrong.Concat(missed))
        {
            output.WriteLine(line);
        }

        Assert.True(precision >= 0.98, FormattableString.Invariant($"The precision is {precision}."));
        Assert.True(recall >= 0.9, FormattableString.Invariant($"The recall is {recall}."));
    }

    /// <summary>All snippets in one compilation, each in a namespace of its own.</summary>
    private static CSharpCompilation Generated()
    {
        IEnumerable<SyntaxTree> trees = TrainingSnippet.All.Select((snippet, number) =>
            CSharpSyntaxTree.ParseText(snippet.Source(number).Text, TestCompilation.ParseOptions, PathOf(number)));
        return GeneratorRun.Start(TestCompilation.Of(TrainingSnippet.Types).AddSyntaxTrees(trees)).Output;
    }

    private static string PathOf(int number) => $"{TrainingSnippet.All[number].File}, {TrainingSnippet.All[number].Name}";

    private static bool IsAboutUsage(DiagnosticAnalyzer analyzer) =>
        analyzer.SupportedDiagnostics.Any(rule => rule.Category == "BalanceGen.Usage");

    private static int LineOf(string text, int position) => text.AsSpan(0, position).Count('\n');
}
