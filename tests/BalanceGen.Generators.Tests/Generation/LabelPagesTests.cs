using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>The programs on the pages about labels, records and known counts compile, and break no rule.</summary>
public sealed partial class LabelPagesTests
{
    public static TheoryData<string, string, string> Programs()
    {
        var programs = new TheoryData<string, string, string>();
        foreach (string page in (string[])["labels.md", "records.md", "known-counts.md"])
        {
            foreach (Match section in Section().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", page))))
            {
                programs.Add($"{page}: {section.Groups["title"].Value}", section.Groups["code"].Value, section.Groups["files"].Value);
            }
        }

        return programs;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_compiles_and_breaks_no_rule(string section, string code, string before)
    {
        var files = new ProjectFiles();
        foreach (Match file in FileBlock().Matches(before))
        {
            files.With($"/project/{file.Groups["name"].Value}", file.Groups["text"].Value);
        }

        ImmutableArray<Diagnostic> broken = await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(code), AnalyzerVerifier.AllAnalyzers, files);

        Assert.NotEmpty(section);
        Assert.Empty(broken);
        Assert.NotEmpty(GeneratorRun.Of(files, code).Result.GeneratedSources);
    }

    [GeneratedRegex("^##? (?<title>[^\n]+)\n(?<files>(?:(?!^## ).)*?)```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("```csv (?<name>\\S+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FileBlock();
}
