namespace BalanceGen.Sharding;

/// <summary>
/// Builds the index of a data set: an index file beside each shard, then one manifest. One process can build it, or the ranks of a job, or unrelated processes followed
/// by a merge. The bytes of the files are the same in each case.
/// </summary>
/// <remarks>
/// A shard whose index fits its length, time, class set and options is not read again. A build after a failure, or after shards were added, does only the missing work.
/// Every file is written under a temporary name, flushed and renamed, so there is never half an index.
/// </remarks>
public static class ShardedIndexBuilder
{
    /// <summary>The shortest time between two looks of a rank whether another one has failed.</summary>
    private const int MillisecondsBetweenLooks = 500;

    /// <summary>Builds an index in this process.</summary>
    /// <param name="shards">The shard files.</param>
    /// <param name="labels">Where the labels are, and which classes there are.</param>
    /// <param name="manifestPath">The file of the manifest; an older one is replaced.</param>
    /// <returns>The index, open.</returns>
    /// <exception cref="ShardException">A shard cannot be indexed; the error names file and row. Indices of other shards remain, the manifest is not changed.</exception>
    public static ShardedIndex Build(ShardSet shards, ShardLabels labels, string manifestPath)
    {
        using var world = new SingleProcess();
        return Build(world, shards, labels, manifestPath);
    }

    /// <summary>Builds an index with all ranks of a job. Each rank calls this method with the same arguments.</summary>
    /// <param name="world">The ranks.</param>
    /// <param name="shards">The shard files, which every rank must see.</param>
    /// <param name="labels">Where the labels are, and which classes there are.</param>
    /// <param name="manifestPath">The file of the manifest, which every rank must see; an older one is replaced.</param>
    /// <returns>The index, open, on every rank.</returns>
    /// <exception cref="ShardException">A rank cannot index a shard. Every rank throws it, with the same text, within about a second of the failure.</exception>
    /// <exception cref="WorldDisagreementException">The ranks differ in program, class set, options or shards. Thrown on every rank before any work.</exception>
    public static ShardedIndex Build(ICollective world, ShardSet shards, ShardLabels labels, string manifestPath)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentException.ThrowIfNullOrEmpty(manifestPath);
        string[] paths = RelativePaths(shards, manifestPath, out ShardFile[] files);
        Agreement.Check(
            world,
            ("the index format", (ShardMetadata.FormatVersion << 16) + Manifest.FormatVersion),
            ("the class set", (long)labels.ClassSetHash),
            ("the place of the labels", (long)labels.LabelHash),
            ("the list of shards", HashOf(paths, files)));

        string failurePath = manifestPath + ".failed";
        ShardException? failure = null;
        Attempt(world.Rank.Rank, ref failure, manifestPath, () =>
        {
            if (world.Rank.Rank == 0)
            {
                File.Delete(failurePath);
            }
        });
        Agreement.ThrowIfAnyFailed(world, failure);

        int[] assigned = ShardSet.Assign(files, world.Rank.WorldSize);
        var summaries = new List<ShardSummary>();
        Attempt(world.Rank.Rank, ref failure, "", () => IndexOwn(world.Rank, files, assigned, labels, failurePath, summaries));
        if (failure is not null && world.Rank.WorldSize > 1)
        {
            // The other ranks look for this file between blocks of rows, so they stop before their shards are finished.
            ShardException? ignored = null;
            Attempt(world.Rank.Rank, ref ignored, failurePath, () => File.WriteAllText(failurePath, failure.Message));
        }

        try
        {
            Agreement.ThrowIfAnyFailed(world, failure);
        }
        finally
        {
            if (world.Rank.Rank == 0)
            {
                File.Delete(failurePath);
            }
        }

        ShardSummary[] all = Exchange(world, files.Length, summaries);
        Attempt(world.Rank.Rank, ref failure, manifestPath, () =>
        {
            if (world.Rank.Rank == 0)
            {
                Manifest.Write(manifestPath, labels, files, paths, all);
            }
        });
        Agreement.ThrowIfAnyFailed(world, failure);
        return ShardedIndex.Open(manifestPath);
    }

    /// <summary>
    /// Indexes the shards of one rank, without contact to the other processes. Use it in the elements of a job array, and call <see cref="Merge"/> as the last step. No
    /// two ranks index the same shard.
    /// </summary>
    /// <param name="shards">The shard files; all ranks must see the same ones.</param>
    /// <param name="labels">Where the labels are, and which classes there are.</param>
    /// <param name="rank">Which rank, and of how many.</param>
    /// <returns>How many shards the rank has.</returns>
    /// <exception cref="ShardException">A shard cannot be indexed; the error names file and row.</exception>
    public static int BuildFor(ShardSet shards, ShardLabels labels, WorldRank rank)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(labels);
        var summaries = new List<ShardSummary>();
        ShardException? failure = null;
        Attempt(rank.Rank, ref failure, "", () => IndexOwn(rank, [.. shards.Files], shards.Assign(rank.WorldSize), labels, failurePath: null, summaries));
        return failure is null ? summaries.Count : throw failure;
    }

    /// <summary>Writes the manifest of shards that have index files already. It reads only those index files.</summary>
    /// <param name="shards">The shard files.</param>
    /// <param name="labels">Where the labels are, and which classes there are.</param>
    /// <param name="manifestPath">The file of the manifest; an older one is replaced.</param>
    /// <returns>The index, open.</returns>
    /// <exception cref="ShardIndexFormatException">A shard has no index, or none that fits it and the labels.</exception>
    public static ShardedIndex Merge(ShardSet shards, ShardLabels labels, string manifestPath)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentException.ThrowIfNullOrEmpty(manifestPath);
        string[] paths = RelativePaths(shards, manifestPath, out ShardFile[] files);
        var summaries = new ShardSummary[files.Length];
        for (int shard = 0; shard < files.Length; shard++)
        {
            ShardMetadata metadata = ShardMetadata.TryRead(files[shard].IndexPath) is { } present && present.IsOf(files[shard], labels)
                ? present
                : throw new ShardIndexFormatException(files[shard].IndexPath, "the shard has no index that fits it");
            summaries[shard] = new ShardSummary(shard, metadata.Checksum, metadata.Runs);
        }

        Manifest.Write(manifestPath, labels, files, paths, summaries);
        return ShardedIndex.Open(manifestPath);
    }

    private static void IndexOwn(
        WorldRank rank, ShardFile[] files, int[] assigned, ShardLabels labels, string? failurePath, List<ShardSummary> summaries)
    {
        long nextLook = Environment.TickCount64 + MillisecondsBetweenLooks;
        var indexer = new ShardIndexer(labels, HasAnotherFailed);
        for (int shard = 0; shard < files.Length; shard++)
        {
            if (assigned[shard] != rank.Rank)
            {
                continue;
            }

            ShardMetadata? metadata = null;
            ShardException? failure = null;
            Attempt(rank.Rank, ref failure, files[shard].Path, () => metadata = indexer.Index(files[shard], rank.Rank));
            if (failure is not null)
            {
                throw failure;
            }

            if (metadata is null || HasAnotherFailed())
            {
                return;
            }

            summaries.Add(new ShardSummary(shard, metadata.Checksum, metadata.Runs));
        }

        bool HasAnotherFailed()
        {
            if (rank.WorldSize == 1 || failurePath is null || Environment.TickCount64 < nextLook)
            {
                return false;
            }

            nextLook = Environment.TickCount64 + MillisecondsBetweenLooks;
            return File.Exists(failurePath);
        }
    }

    /// <summary>Gathers the summaries of all ranks by shard, in messages of some megabytes. Rank 0 keeps them.</summary>
    private static ShardSummary[] Exchange(ICollective world, int shards, List<ShardSummary> mine)
    {
        const int MessageLength = 16 << 20;
        var all = new ShardSummary[world.Rank.Rank == 0 ? shards : 0];
        int next = 0;
        Span<long> left = [0];
        do
        {
            var message = new ByteBuilder();
            while (next < mine.Count && message.Length < MessageLength)
            {
                mine[next++].AddTo(message);
            }

            foreach (byte[] told in world.AllGather(message.Bytes))
            {
                foreach (ShardSummary summary in all.Length == 0 ? [] : ShardSummary.ReadAll(told))
                {
                    all[summary.Shard] = summary;
                }
            }

            left[0] = mine.Count - next;
            world.AllReduceMax(left);
        }
        while (left[0] > 0);

        return all;
    }

    /// <summary>Tells the other ranks of any error on this one, because otherwise they would wait for it.</summary>
    private static void Attempt(int rank, ref ShardException? failure, string path, Action work)
    {
        try
        {
            work();
        }
        catch (ShardException exception)
        {
            failure ??= exception;
        }
        catch (LabelFileException exception)
        {
            failure ??= new ShardException(rank, exception.Path, exception.Row, exception.Message, exception);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure ??= new ShardException(rank, path, -1, exception.Message, exception);
        }
    }

    /// <summary>The paths from the manifest's folder, by which the shards are ordered.</summary>
    private static string[] RelativePaths(ShardSet shards, string manifestPath, out ShardFile[] files)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(manifestPath))!;
        files = [.. shards.Files];
        string[] paths = [.. files.Select(file => Path.GetRelativePath(folder, file.Path).Replace(Path.DirectorySeparatorChar, '/'))];
        Array.Sort(paths, files, StringComparer.Ordinal);
        return paths;
    }

    private static long HashOf(string[] paths, ShardFile[] files)
    {
        var hash = new StableHash();
        for (int shard = 0; shard < paths.Length; shard++)
        {
            hash.Add(paths[shard]);
            hash.Add(files[shard].Length);
            hash.Add(files[shard].Modified);
        }

        return (long)hash.Value;
    }
}
