using System.Collections.Concurrent;
using BalanceGen.Files;

namespace BalanceGen.Sharding;

/// <summary>Reads rows of Parquet and Arrow shards: a group of rows is decoded as a whole, once for all workers that want rows of it, and kept until others push it out.</summary>
/// <typeparam name="T">What a row is read to.</typeparam>
/// <remarks>
/// Memory: the kept groups, and the rows of the classes that were preloaded. The loader's workers decode the row groups of later batches ahead. Thread-safe.
/// </remarks>
public sealed class ColumnShardReader<T> : IShardReader<T>
{
    private readonly ShardedIndex _index;
    private readonly string[] _columns;
    private readonly Func<ColumnGroup, int, T> _read;
    private readonly int _groups;
    private readonly LabelFileFormat _format;
    private readonly ConcurrentDictionary<int, OpenFile> _files = new();
    private readonly Lock _keeping = new();

    // Replaced as a whole, so that readers need no lock.
    private Kept[] _kept = [];
    private Dictionary<(int Shard, long Row), T> _preloaded = [];
    private bool[] _isPreloaded = [];
    private long _uses;
    private long _decoded;
    private bool _isDisposed;

    /// <summary>A reader of some columns.</summary>
    /// <param name="index">The index whose shards are read.</param>
    /// <param name="read">Makes a row of its group and its place in it. It is called from several threads at once.</param>
    /// <param name="columns">The columns that are decoded; all if none is given.</param>
    /// <param name="groups">How many groups are kept, 1 or more.</param>
    /// <param name="format">The format of the shards; by default what their names say.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="groups"/> is less than 1.</exception>
    public ColumnShardReader(
        ShardedIndex index, Func<ColumnGroup, int, T> read, IEnumerable<string>? columns = null, int groups = 16, LabelFileFormat format = LabelFileFormat.ByName)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 1);
        _index = index;
        _read = read;
        _columns = [.. columns ?? []];
        _groups = groups;
        _format = format;
    }

    /// <summary>How many groups were decoded so far: what the reading has cost.</summary>
    public long GroupsDecoded => Volatile.Read(ref _decoded);

    /// <summary>The number of rows that are held in memory.</summary>
    public int RowsPreloaded => _preloaded.Count;

    /// <summary>Reads all rows of some classes into memory, to stay there: one pass over the groups that have any. For the rare classes of a <see cref="WindowedPlaceSampler"/>.</summary>
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

        var preloaded = new Dictionary<(int, long), T>(_preloaded);
        foreach (IGrouping<int, ShardRow> ofShard in rows.GroupBy(row => row.Shard).OrderBy(group => group.Key))
        {
            foreach (ShardRow row in ofShard.OrderBy(row => row.Row))
            {
                cancellation.ThrowIfCancellationRequested();
                preloaded[(row.Shard, row.Row)] = Read(row);
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
            isPreloaded.Length > 0 && isPreloaded[row.ClassIndex] && _preloaded.TryGetValue((row.Shard, row.Row), out T? preloaded) ? preloaded : Read(row));
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        lock (_keeping)
        {
            _isDisposed = true;
            _kept = [];
            foreach (OpenFile file in _files.Values)
            {
                file.Dispose();
            }

            _files.Clear();
        }
    }

    private T Read(ShardRow row)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Kept kept = Find(row) ?? Keep(row);
        ColumnGroup rows;
        try
        {
            rows = kept.Group.Value;
        }
        catch
        {
            // An error must not be kept: the row may be tried again.
            lock (_keeping)
            {
                _kept = [.. _kept.Where(other => other != kept)];
            }

            throw;
        }

        return _read(rows, (int)(row.Row - rows.FirstRow));
    }

    private Kept? Find(ShardRow row)
    {
        foreach (Kept kept in Volatile.Read(ref _kept))
        {
            if (kept.Shard == row.Shard && row.Row >= kept.FirstRow && row.Row < kept.EndRow)
            {
                // Which group was used last need not be exact.
                kept.LastUse = ++_uses;
                return kept;
            }
        }

        return null;
    }

    private Kept Keep(ShardRow row)
    {
        OpenFile file = _files.GetOrAdd(row.Shard, shard => new OpenFile(_index.PathOf(shard), _format));
        (int group, long firstRow, long endRow) = file.GroupOf(row.Row);
        lock (_keeping)
        {
            if (Find(row) is { } present)
            {
                return present;
            }

            // Who comes while it is decoded waits for it.
            var kept = new Kept(row.Shard, firstRow, endRow, new Lazy<ColumnGroup>(() =>
            {
                Interlocked.Increment(ref _decoded);
                return file.Read(group, _columns);
            }))
            {
                LastUse = ++_uses,
            };
            IEnumerable<Kept> others = _kept.Length < _groups ? _kept : _kept.OrderByDescending(other => other.LastUse).Take(_groups - 1);
            Volatile.Write(ref _kept, [kept, .. others]);
            return kept;
        }
    }

    private sealed class Kept(int shard, long firstRow, long endRow, Lazy<ColumnGroup> group)
    {
        public int Shard => shard;

        public long FirstRow => firstRow;

        public long EndRow => endRow;

        public Lazy<ColumnGroup> Group => group;

        public long LastUse { get; set; }
    }

    /// <summary>One file, whose groups are decoded one at a time.</summary>
    private sealed class OpenFile(string path, LabelFileFormat format) : IDisposable
    {
        private readonly Lock _reading = new();
        private ColumnFile? _file;

        public (int Group, long FirstRow, long EndRow) GroupOf(long row)
        {
            lock (_reading)
            {
                ColumnFile file = Open();
                int group = file.GroupOf(row);
                return (group, file.FirstRows[group], file.FirstRows[group + 1]);
            }
        }

        public ColumnGroup Read(int group, string[] columns)
        {
            lock (_reading)
            {
                return Open().ReadGroup(group, columns);
            }
        }

        public void Dispose()
        {
            lock (_reading)
            {
                _file?.Dispose();
                _file = null;
            }
        }

        private ColumnFile Open()
        {
            if (_file is null)
            {
                ShardFile.Of(path);
                _file = ColumnFile.Open(path, format);
            }

            return _file;
        }
    }
}
