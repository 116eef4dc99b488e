namespace BalanceGen.Sharding;

/// <summary>The groups of rows that are decoded as a whole, for each shard of an index.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RowGroups
{
    private readonly long[][] _firstRows;

    private RowGroups(long[][] firstRows)
    {
        _firstRows = firstRows;
        Count = firstRows.Sum(rows => rows.Length - 1);
    }

    /// <summary>The number of groups of all shards.</summary>
    public int Count { get; }

    /// <summary>Reads the groups of Parquet and Arrow files. It reads the footer of a Parquet file, but all of an Arrow file.</summary>
    /// <param name="index">The index.</param>
    /// <param name="format">The format of the shards; by default what their names say.</param>
    /// <exception cref="StaleShardException">A shard is missing.</exception>
    /// <exception cref="LabelFileException">A file is damaged, or has no groups.</exception>
    public static RowGroups OfFiles(ShardedIndex index, LabelFileFormat format = LabelFileFormat.ByName)
    {
        ArgumentNullException.ThrowIfNull(index);
        var firstRows = new long[index.ShardCount][];
        for (int shard = 0; shard < firstRows.Length; shard++)
        {
            string path = index.PathOf(shard);
            ShardFile.Of(path);
            using ColumnFile file = ColumnFile.Open(path, format);
            firstRows[shard] = [.. file.FirstRows];
        }

        return new RowGroups(firstRows);
    }

    /// <summary>Makes groups from given row numbers.</summary>
    /// <param name="firstRows">For each shard, the first row of each group, ascending from 0, and then the number of rows of the shard.</param>
    /// <exception cref="ArgumentException">A shard's rows do not ascend from 0.</exception>
    public static RowGroups Of(IEnumerable<IReadOnlyList<long>> firstRows)
    {
        ArgumentNullException.ThrowIfNull(firstRows);
        long[][] all = [.. firstRows.Select(rows => rows.ToArray())];
        foreach (long[] rows in all)
        {
            if (rows.Length == 0 || rows[0] != 0 || rows.Zip(rows.Skip(1)).Any(pair => pair.Second <= pair.First))
            {
                throw new ArgumentException("The first rows of the groups of a shard must ascend from 0.", nameof(firstRows));
            }
        }

        return new RowGroups(all);
    }

    /// <summary>The first row of each group of a shard, and then the number of rows of the shard.</summary>
    /// <param name="shard">The shard.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such shard.</exception>
    public ReadOnlySpan<long> Of(int shard) => _firstRows[shard];

    /// <summary>The number of shards.</summary>
    public int ShardCount => _firstRows.Length;
}
