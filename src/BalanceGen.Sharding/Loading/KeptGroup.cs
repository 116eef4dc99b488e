using BalanceGen.Files;

namespace BalanceGen.Sharding;

/// <summary>A group of rows that stays in memory: its columns, or the rows that were made of them.</summary>
internal sealed class KeptGroup<T>(ColumnShard shard, int group, Func<ColumnGroup> decode, Func<ColumnGroup, int, T> read, bool whole)
{
    private readonly Lazy<(ColumnGroup? Columns, T[] Rows)> _content = new(() => Content(decode(), read, whole));
    private long _lastUse;

    public ColumnShard Shard => shard;

    public int Group => group;

    /// <summary>Whether the file gave the group.</summary>
    public bool IsDecoded => _content.IsValueCreated;

    /// <summary>How many groups had been decoded when a row of it was wanted last.</summary>
    public long LastUse => Volatile.Read(ref _lastUse);

    public void UsedAt(long decoded)
    {
        // Written once between two decodings: the workers do not fight for it.
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
            // Some row cannot be made: each is made when it is drawn, so that only that one fails.
            return (columns, []);
        }

        return (null, rows);
    }
}
