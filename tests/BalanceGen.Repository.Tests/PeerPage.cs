using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>A page that says what something of another library is here: docs/coming-from.md, and one for each library.</summary>
internal sealed partial record PeerPage(string Name, string File)
{
    public static IReadOnlyList<PeerPage> All { get; } =
    [
        new("coming-from.md", Path.Combine(Docs, "coming-from.md")),
        .. Directory.GetFiles(Path.Combine(Docs, "coming-from"), "*.md").Order(StringComparer.Ordinal).Select(file => new PeerPage($"coming-from/{Path.GetFileName(file)}", file)),
    ];

    private static string Docs => Path.Combine(BalanceGen.Tests.Repository.Root, "docs");

    /// <summary>The code in the right-hand column of every table with the columns "there" and "here", with the number of its line.</summary>
    public IEnumerable<(int Line, string Text)> CodeHere()
    {
        bool isInTable = false;
        foreach ((int index, string line) in System.IO.File.ReadAllLines(File).Index())
        {
            bool isHead = line.EndsWith("| there | here |", StringComparison.Ordinal);
            isInTable = isHead || (isInTable && line.StartsWith('|'));
            if (isInTable && !isHead)
            {
                string here = line.TrimEnd('|', ' ').Split(" | ")[^1];
                foreach (Match code in Code().Matches(here))
                {
                    yield return (index + 1, code.Groups[1].Value);
                }
            }
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
