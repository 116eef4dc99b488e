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

    /// <summary>The first digits of the ids that a file of descriptors has.</summary>
    private static readonly (string File, string Ids)[] Files = [("Descriptors.cs", "BALG00"), ("Descriptors.Counts.cs", "BALG01"), ("Descriptors.Usage.cs", "BALG02")];

    [Fact]
    public void Ids_of_a_kind_are_numbered_without_a_gap()
    {
        foreach (IGrouping<string, string> kind in Rules.Values.Select(rule => rule.Id).GroupBy(id => id[..6]))
        {
            Assert.Equal(Enumerable.Range(1, kind.Count()).Select(number => $"{kind.Key}{number:00}"), kind.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Descriptor_is_in_the_file_of_its_kind(string name)
    {
        string file = Files.Single(item => Rules[name].Id.StartsWith(item.Ids, StringComparison.Ordinal)).File;
        string text = File.ReadAllText(Path.Combine(Repository.Root, "generators", "BalanceGen.Generators", "Rules", file));

        Assert.True(text.Contains($" {name} ", StringComparison.Ordinal), $"{Rules[name].Id} belongs into generators/BalanceGen.Generators/Rules/{file}.");
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Help_link_leads_to_the_page_of_the_rule(string name)
    {
        DiagnosticDescriptor rule = Rules[name];

        Assert.EndsWith($"/docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        string page = Page(rule);
        Assert.True(page.StartsWith($"# {rule.Id}: {rule.Title}\n", StringComparison.Ordinal), $"docs/rules/{rule.Id}.md does not begin with '# {rule.Id}: {rule.Title}'.");
        string[] headings = [.. page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        Assert.True(headings.SequenceEqual(Headings), $"docs/rules/{rule.Id}.md has other headings than: {string.Join(", ", Headings)}.");
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public async Task Bad_code_of_the_page_breaks_the_rule_and_good_code_breaks_none(string name)
    {
        DiagnosticDescriptor rule = Rules[name];
        string[] parts = Page(rule).Split("## Good");
        Assert.True(parts.Length == 2, $"docs/rules/{rule.Id}.md has no part '## Good'.");
        (string bad, ProjectFiles badFiles) = Example(parts[0]);
        (string good, ProjectFiles goodFiles) = Example(parts[1]);

        AssertBreaks(rule, await DiagnosticsAsync(bad, badFiles));
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

        AssertBreaks(rule, diagnostics);
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
            Assert.True(
                Regex.IsMatch(message, "^[^;]+; [a-z][^;]{7,}[^.;]$"),
                $"The message must say what is wrong, then one semicolon, then the remedy in lower case and without a full stop: {message}");
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
        int expected = Rules[name] is { DefaultSeverity: DiagnosticSeverity.Error, Category: "BalanceGen.Structure" } ? 0 : 1;
        Assert.True(files == expected, $"The bad code of docs/rules/{Rules[name].Id}.md must have exactly one [BalancedDataset]; the generator made {files} files of it, not {expected}.");
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_is_listed_as_an_unshipped_or_shipped_release(string name)
    {
        DiagnosticDescriptor rule = Rules[name];
        string folder = Path.Combine(Repository.Root, "generators", "BalanceGen.Generators");
        string releases = File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Shipped.md"))
            + File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Unshipped.md"));

        string line = $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}";
        Assert.True(
            releases.Contains($"\n{line}\n", StringComparison.Ordinal), $"generators/BalanceGen.Generators/AnalyzerReleases.Unshipped.md lacks the line: {line}");
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
        // What a file of classes adds to the verdict on a type is told with it.
        bool isOfClassLists = rule == Descriptors.ClassesNotKnown || rule == Descriptors.ClassesRenumbered;
        bool isOfStructure = rule.Category == "BalanceGen.Structure" || isOfClassLists;
        string table = isOfStructure ? $"add Descriptors.{name} to the table of Diagnostics/TargetValidityAnalyzer.cs"
            : $"add new {name}Rule() to the table of Diagnostics/{(rule.Category == "BalanceGen.Usage" ? "UsageAnalyzer" : "TargetCountsAnalyzer")}.cs";
        Assert.True(isOfStructure == isDecidedByTheValidator, table);
        Assert.True(classes.SequenceEqual(isDecidedByTheValidator ? [] : [$"{name}Rule"]), $"{table}; the rule has {classes.Length} classes: {string.Join(", ", classes)}");
        Assert.NotNull(AnalyzerVerifier.AnalyzerOf(rule));
    }

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Rule_has_tests_of_its_name_and_training_code(string name)
    {
        Type? tests = typeof(RuleDocumentationTests).Assembly.GetTypes().SingleOrDefault(type => type.Name == $"{name}Tests");
        Assert.True(tests?.GetMethod("Can_be_suppressed") is not null, $"Diagnostics/{name}Tests.cs with Can_be_suppressed is missing");
        string corpus = Path.Combine(Repository.Root, "tests", "BalanceGen.Generators.Tests", "Training", $"{name}.cs");
        Assert.True(Rules[name].Category != "BalanceGen.Usage" || File.Exists(corpus), $"{corpus} is missing: training code that the rule reports, and code that it does not");
    }

    private static void AssertBreaks(DiagnosticDescriptor rule, IEnumerable<Diagnostic> diagnostics)
    {
        string[] ids = [.. diagnostics.Select(diagnostic => diagnostic.Id).Distinct()];
        Assert.True(
            ids.SequenceEqual([rule.Id]),
            $"The bad code of docs/rules/{rule.Id}.md must break this rule and no other; it breaks {(ids.Length == 0 ? "none: is the check called, and the rule in its table?" : string.Join(", ", ids))}.");
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
