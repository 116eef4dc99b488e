namespace BalanceGen.Sharding;

/// <summary>
/// Reads rows of Parquet and Arrow shards. The reader decodes a group of rows as a whole, once for all workers that want rows of it. It keeps the group until newer
/// groups take its place.
/// </summary>
/// <typeparam name="T">What a row is read to.</typeparam>
/// <remarks>
/// It holds in memory the kept groups, and the rows of the classes that were preloaded. The workers of a loader decode the row groups of later batches ahead.
/// Thread-safe.
/// </remarks>
public sealed class ColumnShardReader<T> : IShardReader<T>
{
    private readonly ShardedIndex _index;
    private readonly string[] _columns;
    private readonly Func<ColumnGroup, int, T> _read;
    private readonly int _groups;
    private readonly bool _wholeGroups;
    private readonly LabelFileFormat _format;
    private readonly ColumnShard?[] _shards;
    private readonly Lock _opening = new();
    private readonly Lock _keeping = new();

    // Oldest first; only under the lock.
    private readonly List<KeptGroup<T>> _kept = [];

    // Replaced as a whole, so that readers need no lock.
    private Dictionary<ulong, T> _preloaded = [];
    private bool[] _isPreloaded = [];
    private long _decoded;
    private bool _isDisposed;

    /// <summary>A reader of some columns.</summary>
    /// <param name="index">The index whose shards are read.</param>
    /// <param name="read">Makes a row from its group and the row's index in the group. It is called from several threads at once.</param>
    /// <param name="columns">The columns that are decoded; all if none is given.</param>
    /// <param name="groups">How many groups are kept, 1 or more.</param>
    /// <param name="format">The format of the shards; by default what their names say.</param>
    /// <param name="wholeGroups">
    /// Whether the reader makes all rows of a group as soon as the group is decoded, in one pass over its columns, and keeps the rows instead of the columns. Use this
    /// with the windowed order, which wants most rows of a group: a row that is made later costs a cache miss for every column. For orders that want few rows of a group
    /// it is wasted work. A row that <paramref name="read"/> cannot make still fails alone, when it is drawn.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is less than 1.</exception>
    public ColumnShardReader(
        ShardedIndex index, Func<ColumnGroup, int, T> read, IEnumerable<string>? columns = null, int groups = 16, LabelFileFormat format = LabelFileFormat.ByName, bool wholeGroups = false)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        _index = index;
        _read = read;
        _columns = [.. columns ?? []];
        _groups = groups;
        _wholeGroups = wholeGroups;
        _format = format;
        _shards = new ColumnShard?[index.ShardCount];
    }

    /// <summary>How many groups were decoded so far. This is the cost of the reading.</summary>
    public long GroupsDecoded => Volatile.Read(ref _decoded);

    /// <summary>The number of rows that are held in memory.</summary>
    public int RowsPreloaded => _preloaded.Count;

    /// <summary>
    /// Reads all rows of some classes into memory and keeps them there. This takes one pass over the groups that have such rows. Use it for the rare classes of a
    /// <see cref="WindowedPlaceSampler"/>.
    /// </summary>
    /// <param name="classIndices">The classes.</param>
    /// <param name="cancellation">Ends the pass.</param>
    /// <exception cref="StaleShardException">A shard is missing or was changed after it was indexed.</exception>
    /// <exception cref="LabelFileException">A file is damaged, or has no such column.</exception>
    public void Preload(IEnumerable<int> classIndices, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classIndices);
        var rows = new List<ShardRow>();
        var isPreloaded = new bool[_index.Classes.Count];
        _isPreloaded.CopyTo(isPreloaded, 0);
        foreach (int classIndex in classIndices.Distinct())
        {
            rows.AddRange(_index.AllOf(classIndex));
            isPreloaded[classIndex] = true;
        }

        var preloaded = new Dictionary<ulong, T>(_preloaded);
        foreach (IGrouping<(int Shard, int Group), ShardRow> wanted in rows.GroupBy(row => (row.Shard, ShardOf(row.Shard).GroupOf(row.Row))).OrderBy(group => group.Key))
        {
            cancellation.ThrowIfCancellationRequested();
            ColumnGroup group = Decode(ShardOf(wanted.Key.Shard), wanted.Key.Group);
            foreach (ShardRow row in wanted)
            {
                preloaded[KeyOf(row)] = _read(group, (int)(row.Row - group.FirstRow));
            }
        }

        _preloaded = preloaded;
        Volatile.Write(ref _isPreloaded, isPreloaded);
    }

    /// <inheritdoc/>
    /// <exception cref="StaleShardException">The shard is missing.</exception>
    /// <exception cref="LabelFileException">The file is damaged, or has no such column.</exception>
    public ValueTask<T> ReadAsync(ShardRow row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        bool[] isPreloaded = Volatile.Read(ref _isPreloaded);
        return ValueTask.FromResult(
            isPreloaded.Length > 0 && isPreloaded[row.ClassIndex] && _preloaded.TryGetValue(KeyOf(row), out T? preloaded) ? preloaded : Read(row));
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        lock (_keeping)
        {
            _isDisposed = true;
            _kept.Clear();
        }

        lock (_opening)
        {
            foreach (ref ColumnShard? shard in _shards.AsSpan())
            {
                shard?.Dispose();
                shard = null;
            }
        }
    }

    /// <summary>The row numbers of an index have 32 bits.</summary>
    private static ulong KeyOf(ShardRow row) => ((ulong)row.Shard << 32) | (uint)row.Row;

    private T Read(ShardRow row)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ColumnShard shard = ShardOf(row.Shard);
        int group = shard.GroupOf(row.Row);
        KeptGroup<T> kept = shard.Kept<T>(group) ?? Keep(shard, group);
        kept.UsedAt(Volatile.Read(ref _decoded));
        try
        {
            return kept.Row(row.Row);
        }
        catch when (!kept.IsDecoded)
        {
            // An error of the file must not be kept, because the loader may try the row again.
            lock (_keeping)
            {
                Forget(kept);
            }

            throw;
        }
    }

    private KeptGroup<T> Keep(ColumnShard shard, int group)
    {
        lock (_keeping)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (shard.Kept<T>(group) is { } present)
            {
                return present;
            }

            if (_kept.Count >= _groups)
            {
                // Several groups may have the same last use. The oldest of them goes.
                Forget(_kept.MinBy(other => other.LastUse)!);
            }

            // A worker that wants the group while another decodes it waits for the other.
            var kept = new KeptGroup<T>(shard, group, () => Decode(shard, group), _read, _wholeGroups);
            _kept.Add(kept);
            shard.Keep(group, kept);
            return kept;
        }
    }

    private void Forget(KeptGroup<T> kept)
    {
        if (_kept.Remove(kept))
        {
            kept.Shard.Forget(kept.Group);
        }
    }

    private ColumnGroup Decode(ColumnShard shard, int group)
    {
        Interlocked.Increment(ref _decoded);
        return shard.Read(group, _columns);
    }

    private ColumnShard ShardOf(int shard)
    {
        if (Volatile.Read(ref _shards[shard]) is { } open)
        {
            return open;
        }

        // Opening an Arrow file reads all of it. A worker that wants a group of another shard does not wait for that.
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _shards[shard] ??= new ColumnShard(_index.PathOf(shard), _format);
        }
    }
}
