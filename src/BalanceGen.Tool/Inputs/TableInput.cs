namespace BalanceGen.Tool.Inputs;

/// <summary>Rows that DuckDB reads: it counts them by label, and gives the label of each row as a number.</summary>
internal sealed class TableInput(string description, IReadOnlyList<string> files, Relation rows, Database database)
    : LabelledInput(description, files, database)
{
    private const int MostLabels = 1_000_000;

    public override Relation Rows { get; } = rows;

    /// <summary>The classes that the input itself declares, with or without rows; null where it declares none.</summary>
    public string[]? DeclaredClasses { get; init; }

    /// <summary>The group that the input itself puts each class into: LVIS's r, c and f, rare, common and frequent; null where it has none.</summary>
    public IReadOnlyDictionary<string, string>? FrequencyGroups { get; init; }

    /// <summary>In how many images each class is known to be absent, as LVIS's neg_category_ids say; null where the input says nothing.</summary>
    public IReadOnlyDictionary<string, long>? VerifiedAbsences { get; init; }

    public override LabelCells ReadCells(bool withRows, ProgressLine progress, CancellationToken cancellation)
    {
        progress.Begin("counting");
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        long missing = 0;
        Database.Query(
            Rows.CountSql,
            reader =>
            {
                if (reader.IsDBNull(0))
                {
                    missing += reader.GetInt64(1);
                }
                else
                {
                    // Two values may have one text.
                    string text = reader.GetString(0);
                    counts[text] = counts.GetValueOrDefault(text) + reader.GetInt64(1);
                    if (counts.Count > MostLabels)
                    {
                        throw new InputException(string.Create(CultureInfo.InvariantCulture, $"more than {MostLabels:N0} different labels"), Files.Count > 0 ? Files[0] : null, advice: $"is '{LabelName}' the label?");
                    }
                }
            },
            cancellation,
            progress);
        string[] texts = [.. counts.Keys];
        Array.Sort(texts, string.CompareOrdinal);
        long[] numbers = [.. texts.Select(text => counts[text])];
        long total = numbers.Sum() + missing;
        if (total == 0)
        {
            throw new InputException("there is no row to count", Files.Count > 0 ? Files[0] : null, advice: "give an input with rows");
        }

        int[]? cellOfRow = withRows ? ReadRows(texts, total, progress, cancellation) : null;
        progress.End();
        return new LabelCells(texts, numbers, missing, cellOfRow);
    }

    private int[] ReadRows(string[] texts, long total, ProgressLine progress, CancellationToken cancellation)
    {
        if (total > Array.MaxLength)
        {
            throw new InputException($"{total} rows are more than one index can hold", Files.Count > 0 ? Files[0] : null, advice: "count works; split the input for the rest");
        }

        progress.Begin("reading rows");
        var rows = new int[total];
        if (texts.Length == 0)
        {
            Array.Fill(rows, -1);
            return rows;
        }

        Database.Execute($"CREATE OR REPLACE TEMP TYPE balancegen_cells AS ENUM ({string.Join(", ", texts.Select(Sql.Text))})", cancellation);
        int row = 0;
        Database.Query(
            $"SELECT coalesce(enum_code(({Rows.LabelSql})::balancegen_cells)::INTEGER, -1) FROM {Rows.From}",
            reader =>
            {
                rows[row++] = reader.GetInt32(0);
                if ((row & 0xFFFF) == 0)
                {
                    progress.Report(row, total, "rows");
                }
            },
            cancellation);
        return rows;
    }
}
