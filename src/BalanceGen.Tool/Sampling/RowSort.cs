namespace BalanceGen.Tool.Sampling;

/// <summary>
/// Writes rows in the order of a column of places, 0, 1, 2 …, in a bounded memory. Rows that do not fit in it are first dealt out on the
/// disk in one pass, the first places into the first bucket, and so on. Then bucket after bucket is sorted in memory and written. The
/// engine's own sort needs memory for every text that it has put on the disk.
/// </summary>
internal sealed class RowSort(Database database, IReadOnlyList<string> names, string format, CancellationToken cancellation)
{
    public const string Place = "balancegen_place";

    private const string Bucket = "balancegen_bucket";

    /// <summary>A sort holds its rows, and a sorted copy of them, beside the buffers of reader and writer.</summary>
    private const int PartsOfMemory = 8;

    private const int RowsLookedAt = 20_000;

    /// <summary>What the engine needs for a value beside its text.</summary>
    private const int BytesOfValue = 16;

    private readonly string _columns = Sql.Names(names);

    private bool IsParquet => format.StartsWith("FORMAT parquet", StringComparison.Ordinal);

    /// <summary>Writes the rows of <paramref name="query"/>, which has the columns and <see cref="Place"/>.</summary>
    /// <param name="query">A query that hands its rows over one after the other.</param>
    /// <param name="sampled">Rows of the same columns, to see how long they are.</param>
    /// <param name="rows">How many rows the query has.</param>
    /// <param name="path">The file to write.</param>
    public void Write(string query, string sampled, long rows, string path)
    {
        long rowsInMemory = Math.Max(2048, (long)(database.MemoryLimit() / PartsOfMemory / BytesOfRow(sampled)));
        if (rows <= rowsInMemory)
        {
            Copy($"SELECT {_columns} FROM ({query}) ORDER BY {Place}", path, format);
            return;
        }

        string folder = database.NewTemporaryPath(".buckets");
        database.Execute(string.Create(CultureInfo.InvariantCulture, $"SET partitioned_write_flush_threshold = {rowsInMemory}"), cancellation);
        Copy(
            string.Create(CultureInfo.InvariantCulture, $"SELECT {_columns}, {Place}, {Place} // {rowsInMemory} AS {Bucket} FROM ({query})"),
            folder,
            $"FORMAT parquet, PARTITION_BY ({Bucket}), WRITE_PARTITION_COLUMNS false");
        long buckets = (rows + rowsInMemory - 1) / rowsInMemory;
        var parts = new List<string>();
        for (long bucket = 0; bucket < buckets; bucket++)
        {
            string of = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Bucket}={bucket}"));
            string sorted = $"SELECT {_columns} FROM read_parquet({Sql.Text(Path.Combine(of, "*.parquet"))}, hive_partitioning = false) ORDER BY {Place}";
            string part = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{bucket}.sorted"));
            Copy(sorted, part, IsParquet || bucket == 0 ? format : format.Replace("HEADER true", "HEADER false", StringComparison.Ordinal));
            Directory.Delete(of, recursive: true);
            if (IsParquet)
            {
                parts.Add(part);
            }
            else
            {
                Append(part, path);
            }
        }

        if (IsParquet)
        {
            Copy($"SELECT {_columns} FROM read_parquet({Sql.List(parts)})", path, format);
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Copy(string query, string path, string how) => database.Execute($"COPY ({query}) TO {Sql.Text(path)} ({how})", cancellation);

    private static void Append(string part, string path)
    {
        using (FileStream from = File.OpenRead(part))
        using (var to = new FileStream(path, FileMode.Append))
        {
            from.CopyTo(to);
        }

        File.Delete(part);
    }

    private double BytesOfRow(string sampled)
    {
        double bytes = 0;
        database.Query(
            string.Create(CultureInfo.InvariantCulture, $"SELECT avg(strlen(CAST(sampled AS VARCHAR))) FROM (SELECT {_columns} FROM ({sampled}) LIMIT {RowsLookedAt}) sampled"),
            reader => bytes = reader.IsDBNull(0) ? 0 : reader.GetDouble(0),
            cancellation);
        return bytes + (BytesOfValue * (names.Count + 1));
    }
}
