using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace BalanceGen.Generators.Tests.CountFiles;

/// <summary>
/// The format of class-count files once more, as regular expressions and arbitrary-precision numbers: slow, short and
/// unrelated to the parser. It only says what the counts are, or that the file has no right ones.
/// </summary>
internal static class CountFileOracle
{
    private static readonly Regex Blank = new(@"\G[ \t,;]*(\r\n|\r|\n|\z)");

    private static readonly Dictionary<string, Regex> Fields = new[] { ",", ";", "\t" }.ToDictionary(
        separator => separator,
        separator => new Regex($@"\G(?:""(?<quoted>(?:[^""]|"""")*)""|(?<bare>[^""\r\n{separator}]*))(?<end>{separator}|\r\n|\r|\n|\z)"));

    /// <summary>The counts in file order, or null where the file is malformed.</summary>
    public static List<(string Label, long Count)>? Read(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal) || text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return null;
        }

        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        string[] candidates = [",", ";", "\t"];
        string?[][] firsts = [.. candidates.Select(candidate => Records(text, candidate).FirstOrDefault() ?? [])];
        int chosen = Array.FindIndex(firsts, first => first is [not null, { } second] && IsNumberLike(second));
        chosen = chosen >= 0 ? chosen : Array.FindIndex(firsts, first => first is [not null, not null]);
        chosen = Math.Max(chosen, 0);

        var counts = new List<(string, long)>();
        BigInteger total = 0;
        bool isFirst = true;
        foreach (string?[] record in Records(text, candidates[chosen]))
        {
            bool isHeader = isFirst && record is [not null, { } name] && name.Trim(' ', '\t').Length > 0 && !IsNumberLike(name);
            isFirst = false;
            if (isHeader)
            {
                continue;
            }

            if (record is not [{ Length: > 0 } label, { } digits] || counts.Exists(count => count.Item1 == label))
            {
                return null;
            }

            Match number = Regex.Match(digits, @"\A[ \t]*([0-9]+)(\.0)?[ \t]*\z");
            if (!number.Success || (total += BigInteger.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)) > long.MaxValue)
            {
                return null;
            }

            counts.Add((label, long.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)));
        }

        return counts.Count > 0 ? counts : null;
    }

    private static bool IsNumberLike(string text) => Regex.IsMatch(text, @"\A[ \t]*[-+\u2212]?[.,]?[0-9]");

    /// <summary>The records that are not blank; a null field is a malformed rest.</summary>
    private static IEnumerable<string?[]> Records(string text, string separator)
    {
        Regex field = Fields[separator];
        for (int position = 0; position < text.Length;)
        {
            Match empty = Blank.Match(text, position);
            if (empty.Success)
            {
                position += empty.Length;
                continue;
            }

            var record = new List<string?>();
            Match match;
            do
            {
                match = field.Match(text, position);
                record.Add(
                    !match.Success ? null
                    : match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                    : match.Groups["bare"].Value);
                position += match.Length;
            }
            while (match.Success && match.Groups["end"].Value == separator);

            yield return [.. record];
            if (!match.Success)
            {
                yield break;
            }
        }
    }
}
