using System.Reflection;
using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>One word for one thing: what docs/glossary.md names exists, and what it refuses is in no name and no heading.</summary>
public sealed partial class GlossaryTests
{
    private const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly Type[] Types = [.. Package.All.Where(package => package.IsLibrary).SelectMany(package => package.Assembly.GetExportedTypes())];

    private static readonly HashSet<string> Parameters =
    [
        .. Types.SelectMany(type => type.GetMembers(Visible | BindingFlags.DeclaredOnly)).OfType<MethodBase>().Where(method => method.IsPublic || method.IsFamily)
            .SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name ?? ""),
    ];

    public static TheoryData<string> Words() => [.. Glossary.Entries.Select(entry => entry.Word)];

    [Theory]
    [MemberData(nameof(Words))]
    public void What_the_glossary_names_exists(string word)
    {
        string[] missing = [.. Of(word).Names.Where(name => !Exists(name))];

        Assert.True(missing.Length == 0, $"docs/glossary.md: of '{word}' the names {string.Join(", ", missing)} are in no package.");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void What_the_glossary_refuses_is_in_no_public_name(string word)
    {
        string[] refused = Of(word).Refused;
        string[] wrong = [.. Names().Where(name => refused.Any(no => Says(name, no))).Distinct()];

        Assert.True(wrong.Length == 0, $"docs/glossary.md refuses {string.Join(", ", refused)}; say '{word}' instead in {string.Join(", ", wrong)}.");
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void What_the_glossary_refuses_is_in_no_heading(string word)
    {
        string[] refused = Of(word).Refused;
        IEnumerable<string> wrong =
            from page in Markdown.Pages()
            from line in Markdown.Headings(page)
            where refused.Any(no => no.StartsWith('`') ? line.Contains(no, StringComparison.Ordinal) : Word().Matches(line).Any(match => IsWord(match.Value, no)))
            select $"{Markdown.NameOf(page)}: {line}";

        Assert.True(!wrong.Any(), $"docs/glossary.md refuses {string.Join(", ", refused)}; say '{word}' instead in {string.Join("; ", wrong)}.");
    }

    [Fact]
    public void Every_word_of_the_readme_is_in_the_glossary()
    {
        string readme = File.ReadAllText(Path.Combine(BalanceGen.Tests.Repository.Root, "README.md"));
        int start = readme.IndexOf("## Terminology", StringComparison.Ordinal);
        string[] words = [.. TableWord().Matches(readme[start..readme.IndexOf("\n## ", start + 1, StringComparison.Ordinal)]).Select(match => match.Groups[1].Value).Where(word => word != "word")];

        Assert.NotEmpty(words);
        Assert.Empty(words.Except(Glossary.Entries.Select(entry => entry.Word)));
    }

    /// <summary>The test above could not fail if the words of a name were not found.</summary>
    [Theory]
    [InlineData("SideSize", "side", true)]
    [InlineData("WorstSides", "side", true)]
    [InlineData("sidesOfRow", "side", true)]
    [InlineData("Inside", "side", false)]
    [InlineData("Partners", "part", false)]
    [InlineData("Resume", "`Resume`", true)]
    [InlineData("ResumeFrom", "`Resume`", false)]
    public void A_name_is_made_of_words(string name, string refused, bool says) => Assert.Equal(says, Says(name, refused));

    private static Glossary.Entry Of(string word) => Glossary.Entries.Single(entry => entry.Word == word);

    private static bool Exists(string name)
    {
        string[] path = name.Split('.');
        return char.IsLower(name[0]) ? Parameters.Contains(name)
            : Types.Any(type => NameOf(type) == path[0] && (path.Length == 1 || type.GetMember(path[1], Visible).Length > 0));
    }

    private static IEnumerable<string> Names() =>
    [
        .. Types.Select(NameOf),
        .. Types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).Select(member => member.Name),
        .. Parameters,
    ];

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    private static bool Says(string name, string refused) =>
        refused.StartsWith('`') ? name == refused.Trim('`') : WordOfName().Matches(name).Any(match => IsWord(match.Value, refused));

    private static bool IsWord(string word, string refused) =>
        word.Equals(refused, StringComparison.OrdinalIgnoreCase) || word.Equals($"{refused}s", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex WordOfName();

    [GeneratedRegex(@"\b[A-Za-z]+\b")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex TableWord();
}
