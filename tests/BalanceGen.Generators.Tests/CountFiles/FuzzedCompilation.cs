using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>One compilation with one record, whose counts come from one file after another.</summary>
internal sealed partial class FuzzedCompilation
{
    private readonly string[] _classes;
    private readonly CSharpCompilation _compilation;
    private readonly ProjectFiles _options = new();
    private GeneratorDriver _driver;
    private AdditionalText _file;

    /// <param name="classes">The record's classes.</param>
    /// <param name="isCounted">Whether the file is the build's own, and not one that the record names.</param>
    public FuzzedCompilation(string[] classes, bool isCounted)
    {
        _classes = classes;
        string path = isCounted ? "/obj/Row.classcounts.csv" : "/project/rows.classcounts.csv";
        _options.With(path, "", dataset: isCounted ? "Row" : null);
        _file = _options[path];
        string arguments = isCounted ? "" : "(ClassCounts = \"rows.classcounts.csv\")";
        string labels = string.Join(", ", classes.Select(name => SymbolDisplay.FormatLiteral(name, quote: true)));
        _compilation = TestCompilation.Of($"using BalanceGen; [BalancedDataset{arguments}] public partial record Row([ClassLabel({labels})] string Label);");
        _driver = CSharpGeneratorDriver.Create(
            [new BalanceGenerator().AsSourceGenerator()], [_file], TestCompilation.ParseOptions, _options);
    }

    /// <summary>
    /// Runs generator and analyzers on a file. Asserts that neither fails and that the outcome is the expected one: the counts
    /// baked in and each class without rows reported, or no counts and a rule that says why.
    /// </summary>
    /// <param name="text">The file.</param>
    /// <param name="expected">What an independent reader has read, or null where the file is malformed.</param>
    /// <returns>Whether the counts were taken.</returns>
    public async Task<bool> CheckAsync(SourceText text, List<(string Label, long Count)>? expected)
    {
        var file = new Text(_file.Path, text);
        _driver = _driver.ReplaceAdditionalText(_file, file).RunGenerators(_compilation);
        _file = file;

        GeneratorRunResult run = _driver.GetRunResult().Results.Single();
        Assert.Null(run.Exception);
        Assert.Empty(run.Diagnostics);
        string generated = Assert.Single(run.GeneratedSources).SourceText.ToString();
        Match values = BakedCounts().Match(generated);
        ILookup<string, string> reported = (await DiagnosticsAsync(file)).ToLookup(item => item.Id, item => item.GetMessage());

        string[] unknown = [.. (expected ?? []).Select(entry => entry.Label).Except(_classes)];
        if (expected is null || unknown.Length > 0)
        {
            Assert.False(values.Success);
            Assert.True(expected is not null || reported.Any(rule => rule.Key is "BALG0108" or "BALG0109" or "BALG0110"));
            Assert.True(expected is null || reported["BALG0107"].Count() == Math.Min(unknown.Length, 50));
            return false;
        }

        long[] counts = [.. _classes.Select(name => expected.Find(entry => entry.Label == name).Count)];
        string[] baked = values.Groups["counts"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(counts, baked.Select(count => long.Parse(count, CultureInfo.InvariantCulture)).ToArray());
        Assert.Equal(counts.Count(count => count == 0), reported["BALG0101"].Count());
        Assert.DoesNotContain(reported, rule => rule.Key is "BALG0105" or "BALG0107" or "BALG0108" or "BALG0109" or "BALG0110" or "BALG0111");
        return true;
    }

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(AdditionalText file)
    {
        // An exception in an analyzer is AD0001 among these.
        CompilationWithAnalyzers run = _compilation.WithAnalyzers(
            [.. AnalyzerVerifier.AllAnalyzers],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([file], _options),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> found = await run.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, diagnostic => !diagnostic.Id.StartsWith("BALG", StringComparison.Ordinal));
        return found;
    }

    [GeneratedRegex(@"ReadOnlySpan<long> Values =>\s*\[(?<counts>[^]]*)\];")]
    private static partial Regex BakedCounts();

    private sealed class Text(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken token = default) => text;
    }
}
