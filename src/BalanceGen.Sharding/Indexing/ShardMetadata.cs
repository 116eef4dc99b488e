namespace BalanceGen.Sharding;

/// <summary>
/// All of a shard's index except the rows themselves. The file begins with a header of 128 bytes, the name, one <see cref="ClassRun"/> for each class that occurs, and a
/// checksum for each page of rows. At the next page follow the rows of each class as 32-bit numbers, unless the rows lie class by class anyway.
/// </summary>
/// <param name="Name">The name of the shard file without its folder.</param>
/// <param name="ShardLength">The length of the shard file.</param>
/// <param name="ShardModified">When it was last written, in ticks of universal time.</param>
/// <param name="ClassSetHash">The hash of the class names.</param>
/// <param name="LabelHash">The hash of everything else that decides which class a row has.</param>
/// <param name="ClassCount">The number of classes.</param>
/// <param name="RowCount">The rows that are indexed: all but the ignored ones.</param>
/// <param name="IsSorted">Whether row k of a class is simply the k-th from the class's start on, so that no rows are stored.</param>
/// <param name="Runs">The rows of each class that occurs.</param>
/// <param name="PageChecksums">The checksum of each page of rows.</param>
internal sealed record ShardMetadata(
    string Name,
    long ShardLength,
    long ShardModified,
    ulong ClassSetHash,
    ulong LabelHash,
    int ClassCount,
    long RowCount,
    bool IsSorted,
    ClassRun[] Runs,
    uint[] PageChecksums)
{
    public const uint FormatVersion = 1;
    public const int PageSize = 4096;
    public const int RowsPerPage = PageSize / sizeof(uint);

    private const uint RowsLieByClass = 1;

    /// <summary>The checksum of the metadata. The manifest knows the index by it.</summary>
    public uint Checksum { get; private set; }

    public long RowsLength => IsSorted ? 0 : RowCount * sizeof(uint);

    public long RowsOffset => (MetadataLength(Name, Runs.Length, RowsLength) + PageSize - 1) / PageSize * PageSize;

    /// <summary>The length of the metadata, which is known before the rows are written.</summary>
    public static long MetadataLength(string name, int runs, long rowsLength) =>
        IndexHeader.Size + ((System.Text.Encoding.UTF8.GetByteCount(name) + 7) / 8 * 8) + ((long)runs * ClassRun.Size) + ((rowsLength + PageSize - 1) / PageSize * sizeof(uint));

    /// <summary>Whether this is the index of a file as it is now, with the classes that are asked for.</summary>
    public bool IsOf(ShardFile file, ShardLabels labels) =>
        Name == Path.GetFileName(file.Path)
        && ShardLength == file.Length
        && ShardModified == file.Modified
        && ClassSetHash == labels.ClassSetHash
        && LabelHash == labels.LabelHash
        && ClassCount == labels.Classes.Count;

    public byte[] ToBytes()
    {
        byte[] name = System.Text.Encoding.UTF8.GetBytes(Name);
        var bytes = new ByteBuilder();
        bytes.Add("BGIXROWS"u8);
        bytes.Add(FormatVersion);
        bytes.Add(0u);
        bytes.Add(MetadataLength(Name, Runs.Length, RowsLength));
        bytes.Add(RowCount);
        bytes.Add((uint)ClassCount);
        bytes.Add((uint)Runs.Length);
        bytes.Add((long)ClassSetHash);
        bytes.Add((long)LabelHash);
        bytes.Add(ShardLength);
        bytes.Add(ShardModified);
        bytes.Add(RowsOffset);
        bytes.Add(RowsLength);
        bytes.Add(IsSorted ? RowsLieByClass : 0u);
        bytes.Add((uint)PageSize);
        bytes.Add((uint)name.Length);
        bytes.PadTo(IndexHeader.Size);
        bytes.Add(name);
        bytes.PadTo(8);
        ClassRun.AddTo(bytes, Runs);
        foreach (uint checksum in PageChecksums)
        {
            bytes.Add(checksum);
        }

        byte[] all = IndexHeader.Sealed(bytes, out uint sum);
        Checksum = sum;
        return all;
    }

    /// <summary>Reads the metadata at the beginning of an index file, of which the length of the whole file is known.</summary>
    /// <exception cref="ShardIndexFormatException">The file is not an index file, or it is torn, damaged or of another version.</exception>
    public static ShardMetadata Read(string path, ReadOnlySpan<byte> bytes, long fileLength)
    {
        byte[] checkedBytes = IndexHeader.Checked(path, bytes, "BGIXROWS"u8, FormatVersion, "index", "no index of a shard", out uint checksum);

        // Everything from here on is as it was written.
        var reader = new ByteReader(path, checkedBytes);
        reader.Take(24);
        long rowCount = reader.Int64();
        uint classCount = reader.UInt32();
        uint runCount = reader.UInt32();
        ulong classSetHash = (ulong)reader.Int64();
        ulong labelHash = (ulong)reader.Int64();
        long shardLength = reader.Int64();
        long shardModified = reader.Int64();
        long rowsOffset = reader.Int64();
        long rowsLength = reader.Int64();
        bool isSorted = (reader.UInt32() & RowsLieByClass) != 0;
        reader.UInt32();
        int nameLength = reader.Count(reader.UInt32(), 1);
        reader.Take(IndexHeader.Size - 100);
        string name = System.Text.Encoding.UTF8.GetString(reader.Take(nameLength));
        reader.Take((8 - (nameLength % 8)) % 8);
        ClassRun[] runs = ClassRun.Read(ref reader, runCount);
        var checksums = new uint[reader.Count((rowsLength + PageSize - 1) / PageSize, sizeof(uint))];
        foreach (ref uint one in checksums.AsSpan())
        {
            one = reader.UInt32();
        }

        if (fileLength != rowsOffset + rowsLength && !(isSorted && fileLength == checkedBytes.Length))
        {
            throw new ShardIndexFormatException(path, $"the index is torn: it has {fileLength} of {rowsOffset + rowsLength} bytes");
        }

        return new ShardMetadata(name, shardLength, shardModified, classSetHash, labelHash, (int)classCount, rowCount, isSorted, runs, checksums)
        {
            Checksum = checksum,
        };
    }

    /// <summary>Reads the metadata of an index file, or says that there is no usable one.</summary>
    public static ShardMetadata? TryRead(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var file = new MappedFile(path);
            return Read(path, file.First(int.MaxValue), file.Length);
        }
        catch (ShardIndexFormatException)
        {
            return null;
        }
    }
}
