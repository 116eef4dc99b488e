using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BalanceGen.Counting.Tests;

/// <summary>Labelled files once more, whole in memory and by regular expressions: slow, short and unrelated to the counter.</summary>
internal static class LabeledFileOracle
{
    private static readonly Dictionary<(char, bool), Regex> Fields = [];

    /// <summary>The counts in the order of the labels' UTF-8, or null where the file is malformed.</summary>
    public static List<(string Label, long Count)>? Read(byte[] bytes, string column, char delimiter, bool hasHeader, bool quoting)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        if (text.Contains('\0', StringComparison.Ordinal) || Rows(text, delimiter, quoting) is not { Count: > 0 } rows)
        {
            return null;
        }

        string[] named = hasHeader ? rows[0] : [];
        int index = Array.IndexOf(named, column);
        if (index != Array.LastIndexOf(named, column)
            || (index < 0 && !(Regex.IsMatch(column, "^[0-9]+$") && int.TryParse(column, CultureInfo.InvariantCulture, out index)))
            || index >= rows[0].Length)
        {
            return null;
        }

        List<string[]> data = rows[(hasHeader ? 1 : 0)..];
        if (data.Count == 0 || rows.Exists(row => row.Length != rows[0].Length) || data.Exists(row => row[index].Length == 0))
        {
            return null;
        }

        return [.. data.GroupBy(row => row[index])
            .Select(group => (group.Key, (long)group.Count()))
            .OrderBy(entry => Convert.ToHexString(Encoding.UTF8.GetBytes(entry.Key)), StringComparer.Ordinal)];
    }

    private static List<string[]>? Rows(string text, char delimiter, bool quoting)
    {
        Regex field = Field(delimiter, quoting);
        var rows = new List<string[]>();
        for (int position = 0; position < text.Length;)
        {
            var row = new List<string>();
            Match match;
            do
            {
                match = field.Match(text, position);
                if (!match.Success)
                {
                    return null;
                }

                row.Add(match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                    : match.Groups["bare"].Value);
                position += match.Length;
            }
            while (match.Groups["end"].Value == delimiter.ToString());

            bool isBlank = row.Count == 1 && match.Groups["bare"].Success && row[0].Length == 0;
            if (!isBlank)
            {
                rows.Add([.. row]);
            }
        }

        return rows;
    }

    private static Regex Field(char delimiter, bool quoting)
    {
        if (!Fields.TryGetValue((delimiter, quoting), out Regex? field))
        {
            string bare = quoting ? "[^\"\\r\\nD]*" : "[^\\r\\nD]*";
            string quoted = quoting ? "\"(?<quoted>(?:[^\"]|\"\")*)\"" : "(?!)";
            string pattern = "\\G(?:" + quoted + "|(?<bare>" + bare + "))(?<end>D|\\r\\n|\\r|\\n|\\z)";
            field = new Regex(pattern.Replace("D", Regex.Escape(delimiter.ToString()), StringComparison.Ordinal));
            Fields.Add((delimiter, quoting), field);
        }

        return field;
    }
}
