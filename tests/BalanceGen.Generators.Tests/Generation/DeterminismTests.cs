using System.Globalization;
using BalanceGen.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>The generated text is a function of what the sources say: not of the machine, the configuration or the order of files.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] Sources = [.. Cases.All.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Value)];

    private static readonly ProjectFiles Files = Cases.Files
        .With("/a.classcounts.csv", "label,count\nfalse,3\ntrue,1\n")
        .With("/b.classcounts.csv", "label,count\nx,1\n");

    private static readonly string Reference = Text(Compilation(Sources, static options => options), Files);

    /// <summary>Dotless i, other digits and calendars, another minus sign, another order of letters.</summary>
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("sv-SE")]
    [InlineData("th-TH")]
    [InlineData("cs-CZ")]
    public void Culture_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            Assert.Equal(Reference, Text(Compilation(Sources, static options => options), Files));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Line_ends_of_the_sources_change_nothing(string newLine) =>
        Assert.Equal(Reference, Text(Compilation([.. Sources.Select(source => source.ReplaceLineEndings(newLine))], static options => options), Files));

    [Fact]
    public void Configuration_changes_nothing()
    {
        CSharpCompilation debug = Compilation(Sources, static options => options.WithOptimizationLevel(OptimizationLevel.Debug).WithOverflowChecks(false), "DEBUG", "TRACE");

        Assert.Equal(Reference, Text(debug, Files));
    }

    [Fact]
    public void Order_of_sources_and_of_additional_files_changes_nothing()
    {
        CSharpCompilation reversed = Compilation([.. Sources.Reverse()], static options => options);
        ProjectFiles otherOrder = Cases.Files.With("/b.classcounts.csv", "label,count\nx,1\n").With("/a.classcounts.csv", "label,count\nfalse,3\ntrue,1\n");

        Assert.Equal(Reference, Text(reversed, otherOrder, reverseFiles: true));
    }

    [Fact]
    public void Order_of_the_parts_of_a_type_changes_nothing()
    {
        string[] parts =
        [
            "using BalanceGen; [BalancedDataset] public partial record Row;",
            "using BalanceGen; public partial record Row { [ClassLabel(\"a\", \"b\")] public string Label { get; init; } = \"a\"; }",
            "using BalanceGen; public partial record Row { [SampleWeight] public double Weight; }",
        ];
        string text = Text(Compilation(parts, static options => options), Files);

        Assert.Equal(["Counted.Row.g.cs", "Row.g.cs"], HintNames(text));
        Assert.Equal(text, Text(Compilation([.. parts.Reverse()], static options => options), Files));
    }

    /// <summary>The comparisons above would hold for no files at all.</summary>
    [Fact]
    public void Every_case_has_a_file() => Assert.Equal(Cases.All.Count + 1, HintNames(Reference).Count());

    private static IEnumerable<string> HintNames(string text) =>
        text.Split('\n').Where(line => line.Contains(".g.cs ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);

    private static CSharpCompilation Compilation(
        string[] sources, Func<CSharpCompilationOptions, CSharpCompilationOptions> options, params string[] symbols) => CSharpCompilation.Create(
        "UnderTest",
        sources.Append("""
            using BalanceGen;
            namespace Counted { [BalancedDataset(ClassCounts = "a.classcounts.csv")] public partial record struct Row([ClassLabel] bool Label); }
            """).Select((source, index) => CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions.WithPreprocessorSymbols(symbols), $"{index}.cs")),
        TestCompilation.References,
        options(TestCompilation.Options()));

    /// <summary>All files by name: their order may be that of the sources.</summary>
    private static string Text(CSharpCompilation compilation, ProjectFiles files, bool reverseFiles = false)
    {
        GeneratorRunResult result = CSharpGeneratorDriver
            .Create(
                [new BalanceGenerator().AsSourceGenerator()],
                reverseFiles ? files.Texts.Reverse() : files.Texts,
                (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
                files)
            .RunGenerators(compilation).GetRunResult().Results[0];
        IEnumerable<string> texts = result.GeneratedSources.OrderBy(file => file.HintName, StringComparer.Ordinal)
            .Select(file => $"// {file.HintName} {Convert.ToHexString([.. file.SourceText.GetChecksum()])}\n{file.SourceText}");
        string text = string.Join('\n', texts);
        Assert.Null(result.Exception);
        return text;
    }
}
