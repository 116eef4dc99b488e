namespace BalanceGen.Tool.Inputs;

/// <summary>Which column is the label: what the user says, or a column whose name says it.</summary>
internal static class LabelColumns
{
    private const int NamesInMessage = 20;

    private static readonly string[] Usual = ["label", "labels", "class", "target", "category", "y", "species", "breed"];

    /// <summary>The only column, or the only one with a usual name.</summary>
    public static string Guess(IReadOnlyList<string> columns, string file)
    {
        string[] found = columns.Count == 1 ? [columns[0]] : [.. columns.Where(column => Usual.Contains(column, StringComparer.OrdinalIgnoreCase))];
        return found.Length == 1
            ? found[0]
            : throw new InputException("which column is the label?", file, advice: $"say it with --label NAME (or its 0-based index); the columns are: {List(columns)}");
    }

    public static int IndexOf(TextDialect dialect, string label)
    {
        int named = dialect.HasHeader ? dialect.FirstRow.ToList().IndexOf(label) : -1;
        return named >= 0 ? named
            : int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < dialect.FirstRow.Count ? index
            : throw Absent(dialect.Columns, label, null, dialect.HasHeader ? "" : " (the file seems to have no header: --header yes if it has one)");
    }

    public static InputException Absent(IReadOnlyList<string> columns, string label, string? file, string note = "") =>
        new($"there is no column '{label}'", file, advice: $"the columns are: {List(columns)}{note}");

    public static string List(IReadOnlyList<string> columns) =>
        string.Join(", ", columns.Take(NamesInMessage)) + (columns.Count > NamesInMessage ? string.Create(CultureInfo.InvariantCulture, $", … ({columns.Count} columns)") : "");
}
