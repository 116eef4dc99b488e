namespace BalanceGen.Repository.Tests;

/// <summary>The pages of the repository.</summary>
internal static class Markdown
{
    private static readonly string[] Folders = ["", "docs", "src", ".github", "samples", "tests"];

    /// <summary>The Markdown files, without those that tests compare with what a program writes.</summary>
    public static IEnumerable<string> Pages() =>
        from folder in Folders
        let root = Path.Combine(BalanceGen.Tests.Repository.Root, folder)
        where Directory.Exists(root)
        from page in Directory.EnumerateFiles(root, "*.md", folder.Length == 0 ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories)
        let path = NameOf(page).Split('/')
        where !path.Contains("bin") && !path.Contains("obj") && !page.EndsWith(".verified.md", StringComparison.Ordinal) && !page.EndsWith(".received.md", StringComparison.Ordinal)
        select page;

    public static string NameOf(string page) => Path.GetRelativePath(BalanceGen.Tests.Repository.Root, page).Replace('\\', '/');

    /// <summary>The headings of a page; a comment of a shell in a block of code is none.</summary>
    public static IEnumerable<string> Headings(string page) => Lines(page).Where(line => line.IsText && line.Text.StartsWith('#')).Select(line => line.Text);

    /// <summary>The lines of a page, and whether each is outside blocks of code.</summary>
    public static IEnumerable<(string Text, bool IsText)> Lines(string page)
    {
        bool isText = true;
        foreach (string line in File.ReadLines(page))
        {
            bool isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            yield return (line, isText && !isFence);
            isText ^= isFence;
        }
    }
}
