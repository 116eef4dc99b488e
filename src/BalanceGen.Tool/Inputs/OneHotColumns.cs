using System.Text.RegularExpressions;

namespace BalanceGen.Tool.Inputs;

/// <summary>A label that is spread over columns, one a class, with a number above zero or true where the row belongs to it.</summary>
internal static class OneHotColumns
{
    /// <summary>The unit separator: no label has it.</summary>
    public const string Separator = "\x1F";

    public static string[] Find(IReadOnlyList<string> columns, string wanted, string file)
    {
        var found = new List<string>();
        foreach (string part in wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] range = part.Split("..", 2);
            if (range.Length == 2 && columns.Contains(range[0]) && columns.Contains(range[1]))
            {
                List<string> all = [.. columns];
                found.AddRange(all[all.IndexOf(range[0])..(all.IndexOf(range[1]) + 1)]);
                continue;
            }

            var pattern = new Regex("^" + Regex.Escape(part).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.NonBacktracking);
            string[] matching = [.. columns.Where(column => pattern.IsMatch(column))];
            found.AddRange(matching.Length > 0 ? matching : throw LabelColumns.Absent(columns, part, file));
        }

        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The names of the hot columns of a row, separated; empty where none is hot.</summary>
    public static string ToSql(IReadOnlyList<string> columns) =>
        $"nullif(concat_ws(chr(31), {string.Join(", ", columns.Select(column => $"CASE WHEN {IsHot(column)} THEN {Sql.Text(column)} END"))}), '')";

    /// <summary>An empty cell and NaN are not hot. Of a text that is no number and no truth value nobody knows what it means: it is an error.</summary>
    private static string IsHot(string column)
    {
        string text = $"trim(CAST({Sql.Name(column)} AS VARCHAR))";
        string message = $"{Sql.Text($"the column '{column}' has the value '")} || {text} || {Sql.Text($"', which is neither 0 nor 1; correct it, or leave the column out of --one-hot")}";
        return $"(CASE WHEN {text} IS NULL OR {text} = '' OR lower({text}) = 'nan' THEN false ELSE coalesce(TRY_CAST({text} AS DOUBLE) > 0, TRY_CAST({text} AS BOOLEAN), error({message})) END)";
    }
}
