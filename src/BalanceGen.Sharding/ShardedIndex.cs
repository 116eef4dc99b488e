namespace BalanceGen.Sharding;

/// <summary>
/// Finds the k-th row of a class in a data set of many files. It uses the manifest and, when needed, the index files of the shards. Memory maps read them in place, so the
/// memory of a process does not grow with the rows, and the processes of a machine share it.
/// </summary>
/// <remarks>
/// <see cref="ShardedIndexBuilder"/> makes it, and <see cref="Open"/> opens it in milliseconds and without a message. The shards are ordered by their paths from the
/// manifest's folder, compared ordinally. The rows of a class are in the order of the shards, and within a shard in the order of its rows. Thread-safe.
/// </remarks>
public sealed unsafe partial class ShardedIndex : IDisposable
{
    private readonly Manifest _manifest;
    private readonly string _folder;
    private readonly bool _checkShards;
    private readonly ShardRows?[] _open;
    private readonly double[] _entriesPerPlace;
    private readonly Lock _opening = new();

    private ShardedIndex(string path, bool checkShards)
    {
        Path = System.IO.Path.GetFullPath(path);
        _folder = System.IO.Path.GetDirectoryName(Path)!;
        _checkShards = checkShards;
        _manifest = new Manifest(Path);
        _open = new ShardRows?[_manifest.Shards.Length];
        _entriesPerPlace = new double[Classes.Count];
        for (int index = 0; index < _entriesPerPlace.Length; index++)
        {
            long entries = _manifest.FirstEntries[index + 1] - _manifest.FirstEntries[index];
            _entriesPerPlace[index] = Counts[index] == 0 ? 0 : (double)entries / Counts[index];
        }
    }

    /// <summary>The manifest's file.</summary>
    public string Path { get; }

    /// <summary>The classes.</summary>
    public ClassSet Classes => _manifest.Counts.Classes;

    /// <summary>The number of rows of each class.</summary>
    public ClassCounts Counts => _manifest.Counts;

    /// <summary>The number of shards.</summary>
    public int ShardCount => _open.Length;

    /// <summary>A hash of everything that decides which row a place is: the shards and their counts.</summary>
    public ulong Digest => _manifest.Digest;

    /// <summary>
    /// The bytes of memory that this process does not share with others, because of the shards that it has opened. It is a bit and a checksum for each 1,024 rows.
    /// </summary>
    public long PrivateBytes => _open.Sum(shard => shard?.PrivateBytes ?? 0);

    /// <summary>Opens a manifest. O(shards + classes), whatever the number of rows; the table of the manifest is read once to be checked.</summary>
    /// <param name="path">The manifest.</param>
    /// <param name="checkShards">
    /// Whether the first draw from a shard compares length and time of the shard file with those that were indexed. Turn it off if this process draws and another one
    /// reads.
    /// </param>
    /// <exception cref="ShardIndexFormatException">The file is not a manifest, or it is torn, damaged or of another version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ShardedIndex Open(string path, bool checkShards = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ShardedIndex(path, checkShards);
    }

    /// <summary>The path of a shard file.</summary>
    /// <param name="shard">A shard of [0, <see cref="ShardCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The shard is outside that range.</exception>
    public string PathOf(int shard) => System.IO.Path.GetFullPath(System.IO.Path.Combine(_folder, Shard(shard).RelativePath));

    /// <summary>The path of a shard file from the manifest's folder, with slashes on every system.</summary>
    /// <param name="shard">A shard of [0, <see cref="ShardCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The shard is outside that range.</exception>
    public string RelativePathOf(int shard) => Shard(shard).RelativePath;

    /// <summary>The rows of a shard that are indexed: all but those that were ignored.</summary>
    /// <param name="shard">A shard of [0, <see cref="ShardCount"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The shard is outside that range.</exception>
    public long RowsOf(int shard) => Shard(shard).RowCount;

    /// <summary>The row at a place of a class.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="place">A place of [0, rows of the class).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="StaleShardException">The shard is missing or was changed after it was indexed.</exception>
    /// <exception cref="ShardIndexFormatException">The shard's index is missing, torn or damaged, or it is not the one that the manifest knows.</exception>
    public ShardRow RowAt(int classIndex, long place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Counts[classIndex]);
        ShardRow row = default;
        Fill([new ClassPlace(classIndex, place)], new Span<ShardRow>(ref row));
        return row;
    }

    /// <summary>Opens and checks everything: each shard file by length and time, and every page of each shard's index.</summary>
    /// <remarks>It does not read the labels again. To compare those too, build the index again under another name, and compare the two indexes.</remarks>
    /// <exception cref="StaleShardException">A shard is missing or was changed after it was indexed.</exception>
    /// <exception cref="ShardIndexFormatException">An index is missing, torn or damaged, or it is not the one that the manifest knows.</exception>
    public void Verify()
    {
        for (int shard = 0; shard < ShardCount; shard++)
        {
            CheckFile(shard);
            using ShardRows rows = OpenRows(shard);
            rows.CheckAll();
        }
    }

    /// <summary>Closes the files. A draw from this index is then an error.</summary>
    public void Dispose()
    {
        lock (_opening)
        {
            _manifest.Dispose();
            foreach (ref ShardRows? rows in _open.AsSpan())
            {
                rows?.Dispose();
                rows = null;
            }

            IsDisposed = true;
        }
    }

    internal bool IsDisposed { get; private set; }

    private ManifestShard Shard(int shard)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)shard, (uint)_open.Length, nameof(shard));
        return _manifest.Shards[shard];
    }

    private ShardRows OpenShard(int shard)
    {
        lock (_opening)
        {
            if (_open[shard] is { } present)
            {
                return present;
            }

            if (_checkShards)
            {
                CheckFile(shard);
            }

            ShardRows rows = OpenRows(shard);
            Volatile.Write(ref _open[shard], rows);
            return rows;
        }
    }

    private void CheckFile(int shard)
    {
        ManifestShard expected = Shard(shard);
        ShardFile file = ShardFile.Of(PathOf(shard));
        if (file.Length != expected.Length)
        {
            throw new StaleShardException(file.Path, $"the file has {file.Length} bytes, and had {expected.Length} when it was indexed");
        }

        if (file.Modified != expected.Modified)
        {
            throw new StaleShardException(file.Path, $"the file was written at {new DateTime(file.Modified, DateTimeKind.Utc):O}, and was of {new DateTime(expected.Modified, DateTimeKind.Utc):O} when it was indexed");
        }
    }

    private ShardRows OpenRows(int shard)
    {
        string path = PathOf(shard) + ShardFile.IndexExtension;
        ShardRows rows;
        try
        {
            rows = new ShardRows(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ShardIndexFormatException(path, "the index of the shard is missing");
        }

        if (rows.Metadata.Checksum != Shard(shard).IndexChecksum)
        {
            rows.Dispose();
            throw new ShardIndexFormatException(path, "the index is not the one that the manifest was made of");
        }

        return rows;
    }
}
