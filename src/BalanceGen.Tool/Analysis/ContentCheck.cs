namespace BalanceGen.Tool.Analysis;

/// <summary>Rows that are equal but for their label, and rows that are there several times.</summary>
/// <param name="ComparedBy">What of the rows is compared.</param>
/// <param name="RepeatedRows">The rows that are equal to an earlier one, label included or not.</param>
/// <param name="ConflictGroups">The groups of equal rows that have different labels.</param>
/// <param name="ConflictRows">The rows of these groups.</param>
/// <param name="Examples">The first conflicts: row numbers and their labels.</param>
internal sealed record ContentCheck(string ComparedBy, long RepeatedRows, long ConflictGroups, long ConflictRows, IReadOnlyList<string> Examples)
{
    private const int Named = 5;
    private const int Labels = 4;

    /// <summary>Compares the rows by a 64-bit hash of their other columns, or of the files' content; null where there is nothing but the label.</summary>
    public static ContentCheck? Of(LabelledData data, IReadOnlyList<string> idColumns, ProgressLine progress, CancellationToken cancellation)
    {
        if (data.Input.Rows is not { } rows || KeyOf(data, rows, idColumns, progress, cancellation) is not var (from, key, compared))
        {
            return null;
        }

        progress.Begin("comparing rows");
        long repeated = 0, groups = 0, conflictRows = 0;
        Database database = data.Input.Database;
        string keyed = $"SELECT {key} AS k, {rows.LabelSql} AS cell, row_number() OVER () - 1 AS number FROM {from}";
        string grouped = $"SELECT count(*) AS n, min(label) <> max(label) AS differs, k FROM (SELECT {key} AS k, CASE WHEN balancegen_cell IS NOT NULL THEN hash(balancegen_cell) END AS label FROM (SELECT *, {rows.LabelSql} AS balancegen_cell FROM {from})) WHERE k IS NOT NULL GROUP BY k";
        database.Query(
            $"SELECT coalesce(sum(n - 1), 0)::BIGINT, count(*) FILTER (differs), coalesce(sum(n) FILTER (differs), 0)::BIGINT FROM ({grouped})",
            reader => (repeated, groups, conflictRows) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)),
            cancellation,
            progress);
        List<string> examples = groups == 0 ? [] : ExamplesOf(database, keyed, grouped, cancellation);
        progress.End();
        return new ContentCheck(compared, repeated, groups, conflictRows, examples);
    }

    /// <summary>Of the first groups the first row of each label, a few labels at most: a group may have millions of rows.</summary>
    private static List<string> ExamplesOf(Database database, string keyed, string grouped, CancellationToken cancellation) => database.Texts(
        "SELECT string_agg(example, ', ' ORDER BY number) FROM (SELECT k, min(number) AS number, 'row ' || min(number) || ': ' || coalesce(cell, '(missing)') AS example, "
        + "row_number() OVER (PARTITION BY k ORDER BY min(number)) AS place, min(min(number)) OVER (PARTITION BY k) AS first "
        + $"FROM ({keyed}) WHERE k IN (SELECT k FROM ({grouped}) WHERE differs) GROUP BY k, cell) "
        + string.Create(CultureInfo.InvariantCulture, $"WHERE place <= {Labels} GROUP BY k, first ORDER BY first LIMIT {Named}"),
        cancellation);

    /// <summary>The relation and an expression that is equal for rows of equal content.</summary>
    internal static (string From, string Key, string ComparedBy)? KeyOf(
        LabelledData data, Relation rows, IReadOnlyList<string> idColumns, ProgressLine progress, CancellationToken cancellation)
    {
        if (data.Input.Files is [var root] && Directory.Exists(root))
        {
            progress.Begin("comparing files");
            string table = ContentHashes.Tables(data.Input.Database, [(root, rows)], progress, cancellation)[0];
            return ($"(SELECT r.*, h.hash AS content_hash FROM {rows.From} r LEFT JOIN {table} h ON r.file = h.file)", "content_hash", "the content of the files (SHA-256)");
        }

        string[] features = [.. rows.Features.Except(idColumns, StringComparer.OrdinalIgnoreCase)];
        return features.Length == 0 ? null
            : (rows.From, $"hash({Sql.Names(features)})", features.Length == 1 ? $"the column {features[0]}" : $"{features.Length.ToString(CultureInfo.InvariantCulture)} columns");
    }

}
