using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>The programs on the pages about labels and records compile, and break no rule.</summary>
public sealed partial class LabelPagesTests
{
    public static TheoryData<string, string> Programs()
    {
        var programs = new TheoryData<string, string>();
        foreach (string page in (string[])["labels.md", "records.md"])
        {
            foreach (Match section in Section().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", page))))
            {
                programs.Add($"{page}: {section.Groups["title"].Value}", section.Groups["code"].Value);
            }
        }

        return programs;
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_compiles_and_breaks_no_rule(string section, string code)
    {
        ImmutableArray<Diagnostic> broken = await AnalyzerVerifier.DiagnosticsAsync(TestCompilation.Of(code), AnalyzerVerifier.AllAnalyzers);

        Assert.NotEmpty(section);
        Assert.Empty(broken);
        Assert.NotEmpty(GeneratorRun.Of(code).Result.GeneratedSources);
    }

    [GeneratedRegex("^## (?<title>[^\n]+)\n(?:(?!^## ).)*?```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Section();
}
