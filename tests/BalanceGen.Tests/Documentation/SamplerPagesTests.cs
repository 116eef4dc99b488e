using System.Text.RegularExpressions;
using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Documentation;

/// <summary>Every sampler has its page, or its part of one, with the same headings.</summary>
public sealed partial class SamplerPagesTests
{
    private static readonly string[] Topics = ["Meaning", "Formula", "Cost", "Memory", "Coverage", "When to use"];

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "samplers");

    public static TheoryData<string> Samplers() => [.. GoldenDraws.Pinned.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Every_sampler_has_a_page_with_meaning_formula_cost_memory_coverage_and_use(string sampler)
    {
        (string file, string page) = Assert.Single(Pages(), page => page.Text.Split('\n')[0].Split(' ').Contains(sampler));
        string[] sections = SectionStart().Split(page)[1..];
        string[] missing = [.. Topics.Where(topic => !sections.Any(section => section.Split('\n')[0].Contains(topic, StringComparison.OrdinalIgnoreCase)))];

        Assert.Empty(missing);
        Assert.All(sections, section => Assert.True(section.Split('\n', 2)[1].Trim().Length > 40, $"'{section}' of {file} says nothing."));
        Assert.Matches($@"\n\| .*\[{sampler}\]\({file}(#\w+)?\)", File.ReadAllText(Path.Combine(Folder, "README.md")));
    }

    /// <summary>What follows each title; one file may have several.</summary>
    private static IEnumerable<(string File, string Text)> Pages() =>
        from path in Directory.GetFiles(Folder, "*.md")
        where Path.GetFileName(path) != "README.md"
        from page in TitleStart().Split(File.ReadAllText(path).ReplaceLineEndings("\n"))[1..]
        select (Path.GetFileName(path), page);

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex TitleStart();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex SectionStart();
}
