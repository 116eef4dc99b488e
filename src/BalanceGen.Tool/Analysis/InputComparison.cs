namespace BalanceGen.Tool.Analysis;

/// <summary>Compares inputs that are splits of one whole: class counts, and rows or files that are in two of them.</summary>
internal static class InputComparison
{
    /// <summary>Compares the inputs; all of them were opened in one database.</summary>
    public static SplitComparison Compare(IReadOnlyList<string> names, IReadOnlyList<LabelledData> splits, IReadOnlyList<string> idColumns, ProgressLine progress, CancellationToken cancellation)
    {
        ClassCounts[] counts = UnitedCounts.Of([.. splits.Select(split => split.Counts)]);
        var leaks = new List<Leak>();
        Database database = splits[0].Input.Database;
        progress.Begin("comparing rows");
        Relation?[] rows = [.. splits.Select(split => split.Input.Rows)];
        string?[] content = ContentTables(splits, database, cancellation);
        for (int first = 0; first < splits.Count; first++)
        {
            for (int second = first + 1; second < splits.Count; second++)
            {
                if (rows[first] is not { } left || rows[second] is not { } right)
                {
                    continue;
                }

                foreach (string id in idColumns)
                {
                    Add(leaks, database, names, first, second, left.From, right.From, $"CAST({Sql.Name(id)} AS VARCHAR)", $"the id {id}", cancellation);
                }

                if (content[first] is { } leftFiles && content[second] is { } rightFiles)
                {
                    Add(leaks, database, names, first, second, leftFiles, rightFiles, "hash", "the content of the files (SHA-256)", cancellation);
                    continue;
                }

                string[] shared = [.. left.Features.Intersect(right.Features, StringComparer.Ordinal).Except(idColumns, StringComparer.OrdinalIgnoreCase)];
                if (shared.Length > 0)
                {
                    string key = $"hash({string.Join(", ", shared.Select(column => $"CAST({Sql.Name(column)} AS VARCHAR)"))})";
                    Add(leaks, database, names, first, second, left.From, right.From, key, shared.Length == 1 ? $"the column {shared[0]}" : $"the content of {shared.Length} columns", cancellation);
                }
            }
        }

        progress.End();
        return SplitComparison.Of(names, counts, leaks);
    }

    private static void Add(List<Leak> leaks, Database database, IReadOnlyList<string> names, int first, int second, string left, string right, string key, string compared, CancellationToken cancellation)
    {
        string numbered = $"SELECT {key} AS k, row_number() OVER () - 1 AS number FROM {right}";
        string shared = $"SELECT number FROM ({numbered}) WHERE k IS NOT NULL AND k IN (SELECT {key} FROM {left})";
        leaks.AddRange(Leak.Of(names[first], names[second], compared, database, shared, cancellation));
    }

    /// <summary>For folders a table of file and hash.</summary>
    private static string?[] ContentTables(IReadOnlyList<LabelledData> splits, Database database, CancellationToken cancellation) =>
        splits.All(split => split.Input.Files is [var root] && Directory.Exists(root))
            ? ContentHashes.Tables(database, [.. splits.Select(split => (split.Input.Files[0], split.Input.Rows!))], progress: null, cancellation)
            : new string?[splits.Count];
}
