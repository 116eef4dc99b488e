namespace BalanceGen.Sharding;

/// <summary>A group of rows that stays in memory: its columns, or the rows that were made of them.</summary>
internal sealed class KeptGroup<T>(ColumnShard shard, int group, Func<ColumnGroup> decode, Func<ColumnGroup, int, T> read, bool whole)
{
    private readonly Lazy<(ColumnGroup? Columns, T[] Rows)> _content = new(() => Content(decode(), read, whole));
    private long _lastUse;

    public ColumnShard Shard => shard;

    public int Group => group;

    /// <summary>Whether the group could be read from the file.</summary>
    public bool IsDecoded => _content.IsValueCreated;

    /// <summary>How many groups had been decoded when a worker last wanted a row of this one.</summary>
    public long LastUse => Volatile.Read(ref _lastUse);

    public void UsedAt(long decoded)
    {
        // Written at most once between two decodings, so that workers do not contend for the cache line.
        if (Volatile.Read(ref _lastUse) < decoded)
        {
            Volatile.Write(ref _lastUse, decoded);
        }
    }

    public T Row(long row)
    {
        (ColumnGroup? columns, T[] rows) = _content.Value;
        int place = (int)(row - shard.FirstRowOf(group));
        return columns is null ? rows[place] : read(columns, place);
    }

    private static (ColumnGroup? Columns, T[] Rows) Content(ColumnGroup columns, Func<ColumnGroup, int, T> read, bool whole)
    {
        if (!whole)
        {
            return (columns, []);
        }

        var rows = new T[columns.Count];
        try
        {
            for (int place = 0; place < rows.Length; place++)
            {
                rows[place] = read(columns, place);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One of the rows cannot be made. So each row is made when it is drawn, and only that one fails.
            return (columns, []);
        }

        return (null, rows);
    }
}
