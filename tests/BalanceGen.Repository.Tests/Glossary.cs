using System.Text.RegularExpressions;

namespace BalanceGen.Repository.Tests;

/// <summary>The tables of docs/glossary.md with four columns: a word, its meaning, its names in code, and what is not said for it.</summary>
internal static partial class Glossary
{
    public static string Path { get; } = System.IO.Path.Combine(BalanceGen.Tests.Repository.Root, "docs", "glossary.md");

    public static IReadOnlyList<Entry> Entries { get; } = [.. Rows().Select(cells => new Entry(cells[0], Names(cells[2]), [.. Refused(cells[3])]))];

    private static IEnumerable<string[]> Rows() =>
        from line in File.ReadLines(Path)
        where line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal)
        let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
        where cells.Length == 4 && cells[0] != "word"
        select cells;

    private static string[] Names(string cell) => [.. Quoted().Matches(cell).Select(match => match.Groups[1].Value)];

    /// <summary>A word in quotes is a whole name, any other is one of the words that names are made of.</summary>
    private static IEnumerable<string> Refused(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    /// <param name="Word">What is said.</param>
    /// <param name="Names">Types, members and parameters.</param>
    /// <param name="Refused">What is not said.</param>
    internal sealed record Entry(string Word, string[] Names, string[] Refused);
}
