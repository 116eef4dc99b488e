using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BalanceGen.Generators.Tests.Harness;

/// <summary>Runs analyzers over marked source, as a build does: with the generated code present.</summary>
internal static class AnalyzerVerifier
{
    /// <summary>Every analyzer of the product, found by reflection.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> AllAnalyzers { get; } =
    [
        .. typeof(BalanceGenerator).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The analyzer that reports a rule.</summary>
    public static DiagnosticAnalyzer AnalyzerOf(DiagnosticDescriptor rule) =>
        AllAnalyzers.SingleOrDefault(analyzer => analyzer.SupportedDiagnostics.Contains(rule))
            ?? throw new InvalidOperationException($"No analyzer reports {rule.Id}: add the rule to the table of TargetValidityAnalyzer, TargetCountsAnalyzer or UsageAnalyzer.");

    /// <summary>Asserts that of one rule exactly what is marked is reported, with exactly these messages.</summary>
    public static Task VerifyAsync(DiagnosticDescriptor rule, string marked, params string[] messages) =>
        VerifyAsync(rule, marked, new ProjectFiles(), messages);

    /// <summary>Asserts the same of a project with additional files and options.</summary>
    public static async Task VerifyAsync(DiagnosticDescriptor rule, string marked, ProjectFiles files, params string[] messages)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        ImmutableArray<Diagnostic> actual = await DiagnosticsAsync(rule, TestCompilation.Of(source.Text), files);

        Assert.Equal(
            source.Expected.OrderBy(item => item.Span).ToArray(),
            actual.Select(item => (item.Id, item.Location.SourceSpan)).OrderBy(item => item.SourceSpan).ToArray());
        if (messages.Length > 0)
        {
            string[] said = [.. actual.OrderBy(item => item.Location.SourceSpan).Select(item => item.GetMessage())];

            // In full: xunit shows the first fifty characters.
            Assert.True(said.SequenceEqual(messages), $"Expected:\n{string.Join('\n', messages)}\nActual:\n{string.Join('\n', said)}");
        }
    }

    /// <summary>Asserts that what is marked disappears with a pragma at its place, with SuppressMessage, and with a severity of none in .editorconfig.</summary>
    public static async Task VerifySuppressionAsync(DiagnosticDescriptor rule, string marked, ProjectFiles? files = null)
    {
        MarkedSource source = MarkedSource.Parse(marked);
        string id = rule.Id;
        Assert.Contains(id, source.Expected.Select(item => item.Id));

        CSharpCompilation withPragma = TestCompilation.Of($"#pragma warning disable {id}\n{source.Text}");
        Assert.Empty(await DiagnosticsAsync(rule, withPragma, files));

        CSharpCompilation withAttribute = TestCompilation.Of(
            source.Text, $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"BalanceGen\", \"{id}\", Justification = \"Test.\")]");
        Assert.Empty(await DiagnosticsAsync(rule, withAttribute, files));

        CSharpCompilation plain = TestCompilation.Of(source.Text);
        Assert.NotEmpty(await DiagnosticsAsync(rule, plain, files));
        CSharpCompilation configured = plain.WithOptions(
            plain.Options.WithSyntaxTreeOptionsProvider(new EditorConfig($"dotnet_diagnostic.{id}.severity = none")));
        Assert.Empty(await DiagnosticsAsync(rule, configured, files));
    }

    /// <summary>What is reported of one rule.</summary>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticDescriptor rule, CSharpCompilation compilation, ProjectFiles? files = null) =>
        [.. (await DiagnosticsAsync(compilation, [AnalyzerOf(rule)], files)).Where(diagnostic => diagnostic.Id == rule.Id)];

    public static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        CSharpCompilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers, ProjectFiles? files = null) =>
        WithoutGeneratedCodeAsync(GeneratorRun.Start(compilation, files).Output, analyzers, files);

    /// <summary>Runs analyzers as an editor does that has not run the generator yet.</summary>
    public static async Task<ImmutableArray<Diagnostic>> WithoutGeneratedCodeAsync(
        CSharpCompilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers, ProjectFiles? files = null)
    {
        ImmutableArray<Diagnostic> diagnostics = await Run(compilation, analyzers, files ?? new ProjectFiles()).GetAnalyzerDiagnosticsAsync();
        Assert.All(diagnostics.Where(diagnostic => diagnostic.Id == "AD0001"), thrown => Assert.Fail(thrown.ToString()));
        return diagnostics;
    }

    /// <summary>What the compiler and all analyzers say of code that was generated already.</summary>
    public static Task<ImmutableArray<Diagnostic>> AllDiagnosticsAsync(CSharpCompilation compilation, ProjectFiles files) =>
        Run(compilation, AllAnalyzers, files).GetAllDiagnosticsAsync();

    private static CompilationWithAnalyzers Run(CSharpCompilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers, ProjectFiles files) => compilation.WithAnalyzers(
        [.. analyzers],
        new CompilationWithAnalyzersOptions(
            new AnalyzerOptions(files.Texts, files),
            // No handler: what an analyzer throws is AD0001 among the diagnostics. A handler that throws is called in a filter, and so not heard.
            onAnalyzerException: null,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false));
}
