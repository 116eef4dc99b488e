using System.Buffers.Binary;

namespace BalanceGen.Sharding;

/// <summary>
/// The manifest of a data set: which shards there are, how many rows each class has, and in which shards they are. The file begins with a header of 128 bytes, the class
/// names, the shards and the counts. At the next page follow, for each class, the shards that have it.
/// </summary>
internal sealed unsafe class Manifest : IDisposable
{
    public const uint FormatVersion = 1;

    private const int PageSize = ShardMetadata.PageSize;

    private readonly MappedFile _file;
    private readonly long[] _counts;
    private readonly long[] _firstEntries;

    /// <summary>Opens a manifest and checks all of it.</summary>
    /// <exception cref="ShardIndexFormatException">The file is not a manifest, or it is torn, damaged or of another version.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Manifest(string path)
    {
        _file = new MappedFile(path);
        try
        {
            byte[] bytes = IndexHeader.Checked(path, _file.First(int.MaxValue), "BGIXSETS"u8, FormatVersion, "manifest", "no manifest", out _);
            var reader = new ByteReader(path, bytes);
            reader.Take(24);
            long total = reader.Int64();
            uint classCount = reader.UInt32();
            uint shardCount = reader.UInt32();
            ClassSetHash = (ulong)reader.Int64();
            LabelHash = (ulong)reader.Int64();
            long entriesOffset = reader.Int64();
            long entries = reader.Int64();
            Digest = (ulong)reader.Int64();
            CheckTable(path, entriesOffset, entries, reader.UInt32());
            reader.Take(IndexHeader.Size - 84);
            var names = new string[reader.Count(classCount, sizeof(uint))];
            for (int index = 0; index < names.Length; index++)
            {
                names[index] = reader.Text();
            }

            Shards = new ManifestShard[reader.Count(shardCount, 32)];
            for (int shard = 0; shard < Shards.Length; shard++)
            {
                Shards[shard] = new ManifestShard(reader.Text(), reader.Int64(), reader.Int64(), reader.Int64(), reader.UInt32());
            }

            _counts = new long[names.Length];
            _firstEntries = new long[names.Length + 1];
            for (int index = 0; index < names.Length; index++)
            {
                _counts[index] = reader.Int64();
                _firstEntries[index + 1] = _firstEntries[index] + reader.Int64();
            }

            Counts = new ClassCounts(new ClassSet(names), _counts);
            if (Counts.Total != total || _firstEntries[^1] != entries)
            {
                throw new ShardIndexFormatException(path, "the counts of the manifest do not add up");
            }

            Entries = (ShardEntry*)(_file.Start + entriesOffset);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public ulong ClassSetHash { get; }

    public ulong LabelHash { get; }

    /// <summary>A hash of everything that decides which row a place is: the paths and counts of the shards.</summary>
    public ulong Digest { get; }

    public ManifestShard[] Shards { get; }

    public ClassCounts Counts { get; }

    public ShardEntry* Entries { get; }

    public ReadOnlySpan<long> FirstEntries => _firstEntries;

    public void Dispose() => _file.Dispose();

    /// <summary>Writes a manifest, or leaves what was there.</summary>
    public static void Write(string path, ShardLabels labels, IReadOnlyList<ShardFile> files, IReadOnlyList<string> relativePaths, ShardSummary[] summaries)
    {
        int classCount = labels.Classes.Count;
        var counts = new long[classCount];
        var entries = new long[classCount];
        foreach (ShardSummary summary in summaries)
        {
            foreach (ClassRun run in summary.Runs)
            {
                counts[run.ClassIndex] += run.Count;
                entries[run.ClassIndex]++;
            }
        }

        if (entries.Sum() > Array.MaxLength / ShardEntry.Size)
        {
            throw new ShardException(0, path, -1, $"the shards have {entries.Sum()} classes in all, and a manifest has room for {Array.MaxLength / ShardEntry.Size}. Make fewer, larger shards.");
        }

        byte[] table = TableOf(summaries, entries);
        var digest = new StableHash();
        digest.Add((long)labels.ClassSetHash);
        digest.Add((long)labels.LabelHash);
        var body = new ByteBuilder();
        foreach (string name in labels.Classes.Names)
        {
            body.Add(name);
        }

        for (int shard = 0; shard < files.Count; shard++)
        {
            long rows = summaries[shard].Runs.Sum(run => run.Count);
            body.Add(relativePaths[shard]);
            body.Add(files[shard].Length);
            body.Add(files[shard].Modified);
            body.Add(rows);
            body.Add(summaries[shard].Checksum);
            digest.Add(relativePaths[shard]);
            foreach (ClassRun run in summaries[shard].Runs)
            {
                digest.Add(run.ClassIndex);
                digest.Add(run.Count);
            }
        }

        for (int index = 0; index < classCount; index++)
        {
            body.Add(counts[index]);
            body.Add(entries[index]);
        }

        long length = IndexHeader.Size + body.Length;
        long entriesOffset = (length + PageSize - 1) / PageSize * PageSize;
        var all = new ByteBuilder();
        all.Add("BGIXSETS"u8);
        all.Add(FormatVersion);
        all.Add(0u);
        all.Add(length);
        all.Add(counts.Sum());
        all.Add((uint)classCount);
        all.Add((uint)files.Count);
        all.Add((long)labels.ClassSetHash);
        all.Add((long)labels.LabelHash);
        all.Add(entriesOffset);
        all.Add(entries.Sum());
        all.Add((long)digest.Value);
        all.Add(Checksum.Of(table));
        all.PadTo(IndexHeader.Size);
        all.Add(body.Bytes);
        using var file = new DurableFile(path);
        file.Write(0, IndexHeader.Sealed(all, out _));
        file.Write(entriesOffset, table);
        file.Commit();
    }

    private static byte[] TableOf(ShardSummary[] summaries, long[] entries)
    {
        var next = new long[entries.Length];
        for (int index = 1; index < entries.Length; index++)
        {
            next[index] = next[index - 1] + entries[index - 1];
        }

        var table = new byte[entries.Sum() * ShardEntry.Size];
        var before = new long[entries.Length];
        foreach (ShardSummary summary in summaries)
        {
            foreach (ClassRun run in summary.Runs)
            {
                Span<byte> entry = table.AsSpan((int)(next[run.ClassIndex]++ * ShardEntry.Size), ShardEntry.Size);
                BinaryPrimitives.WriteUInt32LittleEndian(entry, (uint)summary.Shard);
                BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], run.Start);
                BinaryPrimitives.WriteInt64LittleEndian(entry[8..], before[run.ClassIndex]);
                before[run.ClassIndex] += run.Count;
            }
        }

        return table;
    }

    private void CheckTable(string path, long entriesOffset, long entries, uint checksum)
    {
        long expected = entriesOffset + (entries * ShardEntry.Size);
        if (_file.Length != expected)
        {
            throw new ShardIndexFormatException(path, $"the manifest is torn: it has {_file.Length} of {expected} bytes");
        }

        var table = new ReadOnlySpan<byte>(_file.Start + entriesOffset, checked((int)(entries * ShardEntry.Size)));
        if (Checksum.Of(table) != checksum)
        {
            throw new ShardIndexFormatException(path, "the checksum of the manifest's table is wrong");
        }
    }
}
