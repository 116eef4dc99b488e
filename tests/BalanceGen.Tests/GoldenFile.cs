using System.Text.RegularExpressions;

namespace BalanceGen.Tests;

/// <summary>
/// A file of accepted results: a line with a name, and below it indented lines of what the name stands for. To renew one, print it:
/// <c>dotnet run -c Release --project tests/BalanceGen.Tests -- draws</c>, or <c>plans</c>, or <c>streams</c>.
/// </summary>
internal sealed partial class GoldenFile(params string[] path)
{
    private readonly string _path = Path.Combine([Repository.Root, "tests", "BalanceGen.Tests", .. path]);

    /// <summary>All of the file, with line feeds.</summary>
    public string Text => File.ReadAllText(_path).ReplaceLineEndings("\n");

    /// <summary>The parts of the file by name, in its order.</summary>
    public OrderedDictionary<string, string> Parts =>
        new(Names().Split(Text).Where(part => part.Length > 0).Select(part => KeyValuePair.Create(part[..part.IndexOf('\n', StringComparison.Ordinal)], part)));

    [GeneratedRegex("(?m)^(?=[^ ])")]
    private static partial Regex Names();
}
