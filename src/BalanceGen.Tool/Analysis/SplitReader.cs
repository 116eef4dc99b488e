namespace BalanceGen.Tool.Analysis;

/// <summary>The splits that one input names itself: by a column, or by directories called train, val and test.</summary>
internal static class SplitReader
{
    private static readonly string[] Order = ["train", "training", "val", "valid", "validation", "dev", "test", "testing"];

    public static SplitComparison? Of(LabelledData data, ReportOptions options, ProgressLine progress, CancellationToken cancellation)
    {
        if (data.Input.Rows is not { } rows || data.MultiLabel is not null)
        {
            return null;
        }

        bool isFolder = data.Input.Files is [var root] && Directory.Exists(root);
        string? column = options.SplitColumn ?? (isFolder && rows.Columns.Contains("split") ? "split" : null);
        if (column is null)
        {
            return null;
        }

        string named = rows.Columns.FirstOrDefault(candidate => string.Equals(candidate, column, StringComparison.OrdinalIgnoreCase))
            ?? throw LabelColumns.Absent(rows.Columns, column, data.Input.Files.Count > 0 ? data.Input.Files[0] : null);
        var counts = new Dictionary<string, long[]>(StringComparer.Ordinal);
        Dictionary<string, int> cellOfText = data.Cells.Texts.Select((text, index) => (text, index)).ToDictionary(pair => pair.text, pair => pair.index, StringComparer.Ordinal);
        string split = $"coalesce(CAST({Sql.Name(named)} AS VARCHAR), '(none)')";
        data.Input.Database.Query(
            $"SELECT s, cell, count(*) FROM (SELECT {split} AS s, {rows.LabelSql} AS cell FROM {rows.From}) WHERE cell IS NOT NULL GROUP BY s, cell",
            reader =>
            {
                string name = reader.GetString(0);
                if (!counts.TryGetValue(name, out long[]? split1))
                {
                    counts.Add(name, split1 = new long[data.Classes.Count]);
                }

                foreach (int classIndex in data.Labelling.ClassesOfCell[cellOfText[reader.GetString(1)]])
                {
                    split1[classIndex] += reader.GetInt64(2);
                }
            },
            cancellation,
            progress);
        string[] names = [.. counts.Keys.OrderBy(name => Array.IndexOf(Order, name.ToLowerInvariant()) is >= 0 and var place ? place : Order.Length).ThenBy(name => name, StringComparer.Ordinal)];
        return names.Length < 2 ? null : SplitComparison.Of(names, [.. names.Select(name => new ClassCounts(data.Classes, counts[name]))], Leaks(data, rows, split, names, options, progress, cancellation));
    }

    private static List<Leak> Leaks(LabelledData data, Relation rows, string split, string[] names, ReportOptions options, ProgressLine progress, CancellationToken cancellation)
    {
        var leaks = new List<Leak>();
        string[] ids = [.. options.IdColumns];
        if (ContentCheck.KeyOf(data, rows with { Columns = [.. rows.Columns.Where(column => !string.Equals(column, options.SplitColumn ?? "split", StringComparison.OrdinalIgnoreCase))] }, ids, progress, cancellation) is var (from, key, compared))
        {
            AddLeaks(leaks, data.Input.Database, from, split, key, compared, names, cancellation);
        }

        foreach (string id in ids)
        {
            AddLeaks(leaks, data.Input.Database, rows.From, split, Sql.Name(id), $"the id {id}", names, cancellation);
        }

        return leaks;
    }

    private static void AddLeaks(List<Leak> leaks, Database database, string from, string split, string key, string compared, string[] names, CancellationToken cancellation)
    {
        string numbered = $"SELECT {split} AS s, CAST({key} AS VARCHAR) AS k, row_number() OVER () - 1 AS number FROM {from}";
        for (int first = 0; first < names.Length; first++)
        {
            for (int second = first + 1; second < names.Length; second++)
            {
                string shared = $"SELECT number FROM ({numbered}) WHERE s = {Sql.Text(names[second])} AND k IN (SELECT k FROM ({numbered}) WHERE s = {Sql.Text(names[first])} AND k IS NOT NULL)";
                leaks.AddRange(Leak.Of(names[first], names[second], compared, database, shared, cancellation));
            }
        }
    }
}
