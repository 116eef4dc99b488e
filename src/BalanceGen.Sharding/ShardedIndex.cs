using System.Runtime.CompilerServices;

namespace BalanceGen.Sharding;

/// <summary>
/// Where the k-th row of a class is, for a data set of many files: the manifest and, as they are needed, the index files of the shards. All of it is read in place by memory maps, so that the
/// memory of a process does not grow with the rows, and processes of a machine share it.
/// </summary>
/// <remarks>
/// Made by <see cref="ShardedIndexBuilder"/>, opened by <see cref="Open"/> in milliseconds and without a message. The order of the rows of a class is that of the shards' paths
/// from the manifest's folder, compared ordinally, and of the rows in each. Thread-safe.
/// </remarks>
public sealed unsafe class ShardedIndex : IDisposable
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

    /// <summary>Stands for everything that decides which row a place is: the shards and their counts.</summary>
    public ulong Digest => _manifest.Digest;

    /// <summary>The bytes of memory that this process has for itself alone because of the shards that were opened: a bit and a checksum for each 1,024 rows.</summary>
    public long PrivateBytes => _open.Sum(shard => shard?.PrivateBytes ?? 0);

    /// <summary>Opens a manifest. O(shards + classes), whatever the number of rows; the table of the manifest is read once to be checked.</summary>
    /// <param name="path">The manifest.</param>
    /// <param name="checkShards">
    /// Whether length and time of a shard file are compared with those that were indexed when the shard is drawn from first. Turn it off where this process draws and another one reads.
    /// </param>
    /// <exception cref="ShardIndexFormatException">The file is no manifest, torn, damaged or of another version.</exception>
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
    /// <exception cref="ShardIndexFormatException">The shard's index is missing, torn, damaged or another one than the manifest's.</exception>
    public ShardRow RowAt(int classIndex, long place)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(place);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(place, Counts[classIndex]);
        ShardRow row = default;
        Fill([new ClassPlace(classIndex, place)], new Span<ShardRow>(ref row));
        return row;
    }

    /// <summary>Opens and checks everything there is: each shard file by length and time, each index of a shard to its last page.</summary>
    /// <remarks>To compare labels too, build again under another name: the index is a function of the files.</remarks>
    /// <exception cref="StaleShardException">A shard is missing or was changed after it was indexed.</exception>
    /// <exception cref="ShardIndexFormatException">An index is missing, torn, damaged or another one than the manifest's.</exception>
    public void Verify()
    {
        for (int shard = 0; shard < ShardCount; shard++)
        {
            CheckFile(shard);
            using ShardRows rows = OpenRows(shard);
            rows.CheckAll();
        }
    }

    /// <summary>Lets the files go. Draws of this index are then errors.</summary>
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

    /// <summary>All rows of a class in the order of its places.</summary>
    internal IEnumerable<ShardRow> AllOf(int classIndex)
    {
        const int Run = 4096;
        var places = new ClassPlace[Run];
        var rows = new ShardRow[Run];
        for (long first = 0; first < Counts[classIndex]; first += Run)
        {
            int count = (int)Math.Min(Run, Counts[classIndex] - first);
            for (int place = 0; place < count; place++)
            {
                places[place] = new ClassPlace(classIndex, first + place);
            }

            Fill(places.AsSpan(0, count), rows);
            for (int place = 0; place < count; place++)
            {
                yield return rows[place];
            }
        }
    }

    /// <summary>The first place of a class in each group of rows, over all shards, and behind the last one its number of rows.</summary>
    /// <exception cref="ArgumentException">A row lies in no group.</exception>
    internal long[] FirstPlaces(int classIndex, RowGroups groups)
    {
        var firstPlaces = new long[groups.Count + 1];
        int next = 0;
        long place = 0;
        long entry = _manifest.FirstEntries[classIndex];
        long lastEntry = _manifest.FirstEntries[classIndex + 1];
        for (int shard = 0; shard < ShardCount; shard++)
        {
            // The class's rows in this shard end where those in the next one that has it begin.
            ReadOnlySpan<long> firstRows = groups.Of(shard);
            bool isInShard = entry < lastEntry && _manifest.Entries[entry].Shard == shard;
            entry += isInShard ? 1 : 0;
            long end = !isInShard ? place : entry < lastEntry ? _manifest.Entries[entry].Before : Counts[classIndex];
            for (int group = 0; group < firstRows.Length - 1; group++)
            {
                firstPlaces[next++] = FirstFrom(classIndex, place, end, firstRows[group]);
            }

            if (end > place && RowAt(classIndex, end - 1).Row >= firstRows[^1])
            {
                throw new ArgumentException($"The groups of shard {shard} have {firstRows[^1]} rows, and it has more.", nameof(groups));
            }

            place = end;
        }

        firstPlaces[next] = place;
        return firstPlaces;
    }

    /// <summary>The first place of [first, end), all of one shard, whose row is not before a row.</summary>
    private long FirstFrom(int classIndex, long first, long end, long row)
    {
        while (first < end)
        {
            long middle = first + ((end - first) / 2);
            if (RowAt(classIndex, middle).Row < row)
            {
                first = middle + 1;
            }
            else
            {
                end = middle;
            }
        }

        return first;
    }

    /// <summary>The rows at places, which are of their classes.</summary>
    [SkipLocalsInit]
    internal void Fill(ReadOnlySpan<ClassPlace> places, Span<ShardRow> rows)
    {
        const int Run = 128;
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        Span<uint> local = stackalloc uint[Run];
        for (int first = 0; first < places.Length; first += Run)
        {
            ReadOnlySpan<ClassPlace> ofRun = places.Slice(first, Math.Min(Run, places.Length - first));

            // Three passes, so that the memory of each is on its way before it is needed.
            foreach (ref readonly ClassPlace place in ofRun)
            {
                FetchAhead(Guess(place));
            }

            for (int draw = 0; draw < ofRun.Length; draw++)
            {
                ShardEntry* entry = Find(ofRun[draw]);
                local[draw] = entry->Start + (uint)(ofRun[draw].Place - entry->Before);
                int shard = (int)entry->Shard;
                (_open[shard] ?? OpenShard(shard)).FetchAhead(local[draw]);
                rows[first + draw] = new ShardRow(shard, 0, ofRun[draw].ClassIndex);
            }

            for (int draw = 0; draw < ofRun.Length; draw++)
            {
                ref ShardRow row = ref rows[first + draw];
                row = row with { Row = _open[row.Shard]!.RowAt(local[draw]) };
            }
        }
    }

    private static void FetchAhead(ShardEntry* entry)
    {
        if (System.Runtime.Intrinsics.X86.Sse.IsSupported)
        {
            System.Runtime.Intrinsics.X86.Sse.Prefetch0(entry);
        }
    }

    /// <summary>The entry of a class that a place would be in if all shards had as many rows of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ShardEntry* Guess(ClassPlace place)
    {
        ReadOnlySpan<long> firstEntries = _manifest.FirstEntries;
        long first = firstEntries[place.ClassIndex];
        long guess = (long)(place.Place * _entriesPerPlace[place.ClassIndex]);
        return _manifest.Entries + first + Math.Min(guess, firstEntries[place.ClassIndex + 1] - first - 1);
    }

    /// <summary>The last entry of a class that starts at a place or before it: from the guess in doubling steps, then by halves.</summary>
    private ShardEntry* Find(ClassPlace place)
    {
        ShardEntry* first = _manifest.Entries + _manifest.FirstEntries[place.ClassIndex];
        ShardEntry* end = _manifest.Entries + _manifest.FirstEntries[place.ClassIndex + 1];
        ShardEntry* low = Guess(place);
        ShardEntry* high;
        long step = 1;
        if (low->Before <= place.Place)
        {
            high = low + 1;
            while (high < end && high->Before <= place.Place)
            {
                low = high;
                high = end - high > step ? high + step : end;
                step *= 2;
            }
        }
        else
        {
            high = low;
            do
            {
                high = low;
                low = low - first > step ? low - step : first;
                step *= 2;
            }
            while (low->Before > place.Place);
        }

        while (high - low > 1)
        {
            ShardEntry* middle = low + ((high - low) / 2);
            if (middle->Before <= place.Place)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

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
