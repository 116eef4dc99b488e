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
        string own = Joined(File.ReadAllText(Path.Combine(Repository.Root, "tests", "BalanceGen.Tests", testFile)));
        MatchCollection programs = Program().Matches(Of(page));
        Assert.NotEmpty(programs);
        Assert.All(programs, program => Assert.Contains(Joined(program.Groups[1].Value), own, StringComparison.Ordinal));
    }

    private static string Joined(string code) => string.Join('\n', code.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();
}
