namespace BalanceGen.Tool.Projects;

/// <summary>Finds out what the texts of columns are.</summary>
internal static class ColumnTypes
{
    private const int ColumnsInQuery = 100;

    /// <summary>For each column long, double, bool, one of these that may be null, or string.</summary>
    public static string[] Infer(Database database, Relation rows, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        var types = new List<string>();
        foreach (string[] some in columns.Chunk(ColumnsInQuery))
        {
            string figures = string.Join(", ", some.Select(column =>
            {
                string text = $"CAST({Sql.Name(column)} AS VARCHAR)";
                return $"count(*) FILTER ({text} IS NULL OR {text} = ''), count(*) FILTER (regexp_full_match({text}, '-?(0|[1-9][0-9]{{0,17}})')), "
                    + $"count(*) FILTER (regexp_full_match({text}, '[-+]?((0|[1-9][0-9]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{{1,2}})?')), count(*) FILTER (lower({text}) IN ('true', 'false'))";
            }));
            database.Query(
                $"SELECT count(*), {figures} FROM {rows.From}",
                reader =>
                {
                    long total = reader.GetInt64(0);
                    for (int column = 0; column < some.Length; column++)
                    {
                        int first = 1 + (4 * column);
                        long empty = reader.GetInt64(first);
                        long filled = total - empty;
                        string type = filled == 0 ? "string"
                            : reader.GetInt64(first + 1) == filled ? "long"
                            : reader.GetInt64(first + 2) == filled ? "double"
                            : reader.GetInt64(first + 3) == filled ? "bool"
                            : "string";
                        types.Add(type != "string" && empty > 0 ? type + "?" : type);
                    }
                },
                cancellation);
        }

        return [.. types];
    }
}
