namespace BalanceGen.Tool.Inputs;

/// <summary>A table of labels and their numbers of rows, as value_counts of pandas and class-count files have them. There are no rows.</summary>
internal sealed class CountsInput(string description, IReadOnlyList<string> files, Relation table, string countColumn, Database database)
    : LabelledInput(description, files, database)
{
    public override bool IsCounts => true;

    public override Relation? Rows => null;

    /// <summary>The column that is most likely the number of rows.</summary>
    public static string FindCountColumn(IReadOnlyList<string> columns, string label)
    {
        string[] others = [.. columns.Where(column => column != label)];
        string[] named = [.. others.Where(column => column.Contains("count", StringComparison.OrdinalIgnoreCase) || column is "n" or "rows" or "frequency")];
        return named.Length == 1 ? named[0]
            : others.Length == 1 ? others[0]
            : throw new InputException("which column is the number of rows?", advice: $"say it with --counts NAME; the columns are: {LabelColumns.List(columns)}");
    }

    public override LabelCells ReadCells(bool withRows, ProgressLine progress, CancellationToken cancellation)
    {
        var texts = new List<string>();
        var counts = new List<long>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        Database.Query(
            $"SELECT {table.LabelSql}, CAST({Sql.Name(countColumn)} AS VARCHAR) FROM {table.From}",
            reader =>
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"row {texts.Count + 1} of the table");
                string label = reader.IsDBNull(0)
                    ? throw Error($"{place} has no label", "give it one, or remove it")
                    : reader.GetString(0);
                string text = reader.IsDBNull(1) ? "" : reader.GetString(1);
                string digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
                if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
                {
                    throw Error($"{place}, class '{label}': '{text}' is no number of rows", "counts are written with the digits 0 to 9 alone");
                }

                if (!known.Add(label))
                {
                    throw Error($"{place}: the class '{label}' is there twice", "give every class once");
                }

                texts.Add(label);
                counts.Add(count);
            },
            cancellation);
        if (texts.Count == 0)
        {
            throw Error("the table has no row", "give a table of labels and counts");
        }

        return new LabelCells([.. texts], [.. counts], 0, null);
    }

    private InputException Error(string message, string advice) => new(message, Files.Count > 0 ? Files[0] : null, advice: advice);
}
