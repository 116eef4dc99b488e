using System.Reflection;
using System.Text.RegularExpressions;
using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;
using BalanceGen.Tests;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Tests;

/// <summary>What the README shows and says is true.</summary>
[Collection(nameof(PageProgram))]
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public void The_example_compiles_without_warnings_and_prints_what_its_comments_say()
    {
        string program = CodeBlock().Match(Readme).Groups["code"].Value;
        string output = PageProgram.Run(program);

        // The comments below a line that prints are what it prints, line by line, and nothing else.
        string[] shown = PageProgram.Shown(program);
        Assert.Equal(4, shown.Length);
        Assert.Equal(string.Concat(output.Split('\n').Where(line => !line.Contains(" is a ", StringComparison.Ordinal)).SkipLast(1).Select(line => $"{line}\n")), string.Concat(shown));

        // Two epochs of 170 balanced draws that show all 170 rows.
        string[] photos = [.. output.Split('\n').Where(line => line.Contains(" is a ", StringComparison.Ordinal))];
        Assert.Equal(340, photos.Length);
        Assert.Equal(170, photos.Count(line => line.EndsWith("Birman", StringComparison.Ordinal)));
        Assert.Equal(170, photos.Distinct().Count());
    }

    [Fact]
    public void Every_emitted_member_that_the_excerpt_shows_is_emitted()
    {
        string generated = GeneratorRun.Start(PageProgram.Compilation(CodeBlock().Match(Readme).Groups["code"].Value)).Text().Replace("global::", "", StringComparison.Ordinal);
        foreach (string namespaceName in (string[])["BalanceGen.Classes.", "BalanceGen.CompilerServices.", "BalanceGen.", "System."])
        {
            generated = generated.Replace(namespaceName, "", StringComparison.Ordinal);
        }

        string excerpt = CodeBlock().Matches(Readme)[1].Groups["code"].Value;
        string[] members = [.. excerpt.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("public", StringComparison.Ordinal))];
        Assert.Equal(8, members.Length);
        Assert.All(members, member => Assert.Contains(Declaration(member), generated, StringComparison.Ordinal));

        static string Declaration(string line) => line.Split(";", 2)[0].Split(" {", 2)[0].Split(" =", 2)[0];
    }

    [Fact]
    public void The_table_of_diagnostics_is_that_of_the_descriptors()
    {
        string[] rules = [.. typeof(Descriptors)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)
            .Select(rule => $"| [{rule.Id}](docs/rules/{rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity.ToString().ToLowerInvariant()} |")];
        string[] rows = [.. Readme.Split('\n').Where(line => line.StartsWith("| [BALG", StringComparison.Ordinal))];

        Assert.True(rules.SequenceEqual(rows), $"README.md, 'Diagnostics', lacks:\n{string.Join('\n', rules.Except(rows))}\nand has instead:\n{string.Join('\n', rows.Except(rules))}\nRows are in the order of the ids.");
    }

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        IEnumerable<string> links = Link().Matches(Readme).Select(match => match.Groups["path"].Value).Where(path => !path.Contains("://", StringComparison.Ordinal));
        Assert.All(links, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\((?<path>[^)#]+)[^)]*\)")]
    private static partial Regex Link();
}
