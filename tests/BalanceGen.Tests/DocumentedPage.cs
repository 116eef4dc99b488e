using System.Text.RegularExpressions;

namespace BalanceGen.Tests;

/// <summary>Programs on documentation pages, which a test file holds word for word, so that they are compiled and run.</summary>
internal static partial class DocumentedPage
{
    /// <summary>The text of a page.</summary>
    public static string Of(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page));

    /// <summary>Every program of a page is in a test file, up to indentation and empty lines.</summary>
    public static void AssertCompiled(string page, string testFile)
    {
        AssertCompiled(page, $"BalanceGen.Tests/{testFile}", "csharp");
    }

    /// <summary>Every program of one kind on a page is in a file under tests/: a page may have programs for several test projects.</summary>
    public static void AssertCompiled(string page, string file, string fence)
    {
        string own = Joined(File.ReadAllText(Path.Combine(Repository.Root, "tests", file)));
        string[] programs = [.. Program().Matches(Of(page)).Where(program => program.Groups[1].Value == fence).Select(program => program.Groups[2].Value)];
        Assert.NotEmpty(programs);
        Assert.All(programs, program => Assert.Contains(Joined(program), own, StringComparison.Ordinal));
    }

    private static string Joined(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```(csharp[^\n]*)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
