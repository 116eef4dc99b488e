using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using BalanceGen.Generators.Diagnostics;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>Every rule has its analyzer, page, release entry and tests.</summary>
public sealed partial class RuleDocumentationTests
{
    private static readonly string[] Headings =
    [
        "## Bad", "## Good", "## Why it matters for training", "## How to fix it", "## When to suppress it", "## Known limitations",
    ];

    private static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> Rules = typeof(Descriptors)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .ToDictionary(rule => rule.Name, rule => (DiagnosticDescriptor)rule.GetValue(null)!);

    public static TheoryData<string> RuleNames => [.. Rules.Keys];

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Assert.Distinct(Rules.Values.Select(rule => rule.Id));
        Assert.All(Rules.Values, rule => Assert.Matches("^BALG[0-9]{4}$", rule.Id));
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Help_link_leads_to_the_page_of_the_rule(string name)
    {
        DiagnosticDescriptor rule = Rules[name];

        Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        string page = Page(rule);
        Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal(Headings, page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public async Task Bad_code_of_the_page_breaks_the_rule_and_good_code_breaks_none(string name)
    {
        DiagnosticDescriptor rule = Rules[name];
        string[] parts = Page(rule).Split("## Good");
        Assert.Equal(2, parts.Length);
        (string bad, ProjectFiles badFiles) = Example(parts[0]);
        (string good, ProjectFiles goodFiles) = Example(parts[1]);

        Assert.Equal([rule.Id], (await DiagnosticsAsync(bad, badFiles)).Select(diagnostic => diagnostic.Id).Distinct());
        Assert.Empty(await DiagnosticsAsync(good, goodFiles));
        Assert.Empty(GeneratorRun.Of(goodFiles, good).WarningsAndErrors());
    }

    /// <summary>Editors may run generators late: a rule that needed generated members would be silent until then.</summary>
    [Theory]
    [MemberData(nameof(RuleNames))]
    public async Task Bad_code_of_the_page_breaks_the_rule_before_anything_is_generated(string name)
    {
        DiagnosticDescriptor rule = Rules[name];
        (string bad, ProjectFiles badFiles) = Example(Page(rule));

        ImmutableArray<Diagnostic> diagnostics = await AnalyzerVerifier.WithoutGeneratedCodeAsync(
            TestCompilation.Of(bad), AnalyzerVerifier.AllAnalyzers, badFiles);

        Assert.Equal([rule.Id], diagnostics.Select(diagnostic => diagnostic.Id).Distinct());
    }

    /// <summary>What is wrong, with a name of the user's code or data in it, then what to do.</summary>
    [Theory]
    [MemberData(nameof(RuleNames))]
    public async Task Message_names_what_is_wrong_and_ends_with_the_remedy(string name)
    {
        (string bad, ProjectFiles badFiles) = Example(Page(Rules[name]));
        string written = bad + string.Concat(badFiles.Texts.Select(file => file.Path + file.GetText()));

        foreach (Diagnostic diagnostic in await DiagnosticsAsync(bad, badFiles))
        {
            string message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            Assert.Matches("^[^;]+; [a-z][^;]{7,}[^.;]$", message);
            if (name is not (nameof(Descriptors.ReplacementOff) or nameof(Descriptors.RepeatedEpoch) or nameof(Descriptors.SharesDoNotAddUp)))
            {
                Assert.Contains(Regex.Matches(message.Split("; ")[0], "'([^']+)'"), named => written.Contains(named.Groups[1].Value, StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Code_is_generated_exactly_where_no_error_of_structure_is_reported(string name)
    {
        (string bad, ProjectFiles badFiles) = Example(Page(Rules[name]));

        int files = GeneratorRun.Start(TestCompilation.Of(bad), badFiles).Result.GeneratedSources.Length;

        // An error of another kind is one in the code that uses the type.
        Assert.Equal(Rules[name] is { DefaultSeverity: DiagnosticSeverity.Error, Category: "BalanceGen.Structure" } ? 0 : 1, files);
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_is_listed_as_an_unshipped_or_shipped_release(string name)
    {
        DiagnosticDescriptor rule = Rules[name];
        string folder = Path.Combine(Repository.Root, "generators", "BalanceGen.Generators");
        string releases = File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Unshipped.md"));

        Assert.Contains($"\n{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n", releases, StringComparison.Ordinal);
    }

    /// <summary>What the validator decides has its line in the analyzer's table; every other rule is a class of the rule's name.</summary>
    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_has_one_class_and_its_tests_of_the_same_name(string name)
    {
        DiagnosticDescriptor rule = Rules[name];
        string[] classes =
        [
            .. TargetCountsAnalyzer.Rules.Where(item => item.Rule == rule).Select(item => item.GetType().Name),
            .. UsageAnalyzer.Rules.Where(item => item.Rule == rule).Select(item => item.GetType().Name),
        ];
        // What only a whole compilation tells has an analyzer of its own.
        if (rule == Descriptors.LabeledDataOfNoRecord)
        {
            classes = [AnalyzerVerifier.AnalyzerOf(rule).GetType().Name.Replace("Analyzer", "Rule", StringComparison.Ordinal)];
        }

        bool isDecidedByTheValidator = new TargetValidityAnalyzer().SupportedDiagnostics.Contains(rule);
        Assert.Equal(isDecidedByTheValidator ? [] : [$"{name}Rule"], classes);
        // What a file of classes adds to the verdict on a type is told with it.
        bool isOfClassLists = rule == Descriptors.ClassesNotKnown || rule == Descriptors.ClassesRenumbered;
        Assert.Equal(rule.Category == "BalanceGen.Structure" || isOfClassLists, isDecidedByTheValidator);
        Assert.NotNull(AnalyzerVerifier.AnalyzerOf(rule));

        Type tests = Assert.Single(typeof(RuleDocumentationTests).Assembly.GetTypes(), type => type.Name == $"{name}Tests");
        Assert.NotNull(tests.GetMethod("Can_be_suppressed"));
    }

    private static string Page(DiagnosticDescriptor rule) =>
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", $"{rule.Id}.md"));

    /// <summary>The one code block of a part of the page, and the files that the part shows.</summary>
    private static (string Code, ProjectFiles Files) Example(string part)
    {
        var files = new ProjectFiles();
        foreach (Match file in FileBlock().Matches(part.Split("## Good")[0]))
        {
            string path = $"/project/{file.Groups["name"].Value}";
            string text = file.Groups["text"].Value;
            string? dataset = file.Groups["dataset"] is { Success: true } named ? named.Value : null;
            if (file.Groups["counted"] is { Success: true, Value: var counted })
            {
                files.WithCounted(path, text, dataset!, counted[(counted.IndexOf(':', StringComparison.Ordinal) + 1)..], isOutdated: counted.StartsWith("outdated", StringComparison.Ordinal));
                continue;
            }

            _ = path.EndsWith(".places", StringComparison.Ordinal) ? files.WithPlaces(path, text, dataset!) : files.With(path, text, dataset);
        }

        return (Assert.Single(CodeBlock().Matches(part.Split("## Good")[0])).Groups["code"].Value, files);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string code, ProjectFiles files) =>
        await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(code), AnalyzerVerifier.AllAnalyzers, files);

    [GeneratedRegex("```csv (?<name>\\S+)( (?<dataset>\\S+))?( (?<counted>\\S+))?\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FileBlock();

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
