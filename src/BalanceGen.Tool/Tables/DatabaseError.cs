using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace BalanceGen.Tool.Tables;

/// <summary>Turns what DuckDB says into file, line and what is wrong: its own text has pages of settings and a stack trace.</summary>
internal static partial class DatabaseError
{
    public static InputException Translate(DuckDBException error)
    {
        string message = error.Message;
        long line = LinePattern().Match(message) is { Success: true } match ? long.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
        string? file = FilePattern().Match(message) is { Success: true } named ? named.Groups[1].Value.Trim() : null;
        string first = message.Split('\n').Select(part => part.Trim()).First(part => part.Length > 0);
        const string Own = "Invalid Input Error: the column '";
        return first.StartsWith(Own, StringComparison.Ordinal) ? new InputException(first["Invalid Input Error: ".Length..], file, line, inner: error)
            : first.Contains("INTERNAL", StringComparison.Ordinal) || first.Contains("FATAL", StringComparison.Ordinal)
            ? new InputException("DuckDB cannot read this input: the file is damaged, or not what it seems to be", file, line, inner: error)
            : new InputException(first, file, line, inner: error);
    }

    [GeneratedRegex(@"on line:? (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"^\s*file\s*=\s*(.+)$", RegexOptions.Multiline)]
    private static partial Regex FilePattern();
}
