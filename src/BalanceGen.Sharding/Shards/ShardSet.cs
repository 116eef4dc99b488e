namespace BalanceGen.Sharding;

/// <summary>The shard files of a data set. Their order is the ordinal order of their paths, never that of a directory.</summary>
/// <remarks>Immutable and thread-safe. Lengths and times were read when the set was made.</remarks>
public sealed class ShardSet
{
    private readonly ShardFile[] _files;

    private ShardSet(IEnumerable<string> paths)
    {
        string[] distinct = [.. paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _files = [.. distinct.Select(ShardFile.Of)];
    }

    /// <summary>The files in their order.</summary>
    public IReadOnlyList<ShardFile> Files => _files;

    /// <summary>The files that a pattern names, such as <c>train/part-*.parquet</c>, or <c>train/**/*.csv.gz</c> with folders below. Index files are never shards.</summary>
    /// <param name="pattern">A path whose last part may have * and ?; ** in the part before it stands for all folders below.</param>
    /// <exception cref="EmptyDatasetException">There is no such file.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ShardSet Matching(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        string name = Path.GetFileName(pattern);
        string folder = Path.GetDirectoryName(pattern) is { Length: > 0 } given ? given : ".";
        bool isDeep = Path.GetFileName(folder) == "**";
        folder = isDeep ? (Path.GetDirectoryName(folder) is { Length: > 0 } above ? above : ".") : folder;
        var options = new EnumerationOptions { RecurseSubdirectories = isDeep, MatchCasing = MatchCasing.CaseSensitive, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };
        return Of(Directory.EnumerateFiles(folder, name, options).Where(path => !path.EndsWith(ShardFile.IndexExtension, StringComparison.Ordinal) && !path.EndsWith(".tmp", StringComparison.Ordinal)));
    }

    /// <summary>Makes a set of the given files. A file that is given twice is one shard.</summary>
    /// <param name="paths">The files.</param>
    /// <exception cref="EmptyDatasetException">None is given.</exception>
    /// <exception cref="StaleShardException">A file is missing.</exception>
    public static ShardSet Of(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var set = new ShardSet(paths);
        return set._files.Length > 0 ? set : throw new EmptyDatasetException("A set of shard files");
    }

    /// <summary>
    /// Divides the files among workers. It takes the largest file first, and gives it to the worker with the fewest bytes. The result is the same on every rank, without
    /// a message. O(files · log workers).
    /// </summary>
    /// <param name="workers">The number of workers, 1 or more.</param>
    /// <returns>The worker of each file, in the order of <see cref="Files"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workers"/> is less than 1.</exception>
    public int[] Assign(int workers) => Assign(_files, workers);

    internal static int[] Assign(ShardFile[] files, int workers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        var assigned = new int[files.Length];
        var loads = new PriorityQueue<int, (long Bytes, int Worker)>(Enumerable.Range(0, workers).Select(worker => (worker, (0L, worker))));
        foreach (int file in Enumerable.Range(0, files.Length).OrderByDescending(file => files[file].Length).ThenBy(file => file))
        {
            loads.TryDequeue(out int worker, out (long Bytes, int Worker) load);
            assigned[file] = worker;

            // A file without rows is work too.
            loads.Enqueue(worker, (load.Bytes + files[file].Length + 1, worker));
        }

        return assigned;
    }
}
