using System.Runtime.InteropServices;

namespace BalanceGen.Sharding;

/// <summary>Makes the index of one shard: decodes its labels, counts them, and sorts the row numbers by class.</summary>
/// <param name="labels">Where the labels are.</param>
/// <param name="isCancelled">Is asked between blocks of rows.</param>
/// <param name="rowsAtOnce">The number of rows that are sorted at a time, in 64 MB of memory. For a shard with more rows, the sort makes several passes.</param>
internal sealed class ShardIndexer(ShardLabels labels, Func<bool> isCancelled, int rowsAtOnce = 1 << 24)
{
    private const int BlockLength = 65_536;

    private readonly int[] _numbers = new int[BlockLength];
    private readonly int[] _classes = new int[BlockLength];

    /// <summary>Indexes a shard, unless it has an index that fits.</summary>
    /// <returns>The metadata; null if another rank failed meanwhile.</returns>
    /// <exception cref="ShardException">A label is none of the classes, or there are too many rows.</exception>
    /// <exception cref="LabelFileException">The labels cannot be read.</exception>
    /// <exception cref="StaleShardException">The file was changed while it was read.</exception>
    public ShardMetadata? Index(ShardFile file, int rank)
    {
        if (ShardMetadata.TryRead(file.IndexPath) is { } present && present.IsOf(file, labels))
        {
            return present;
        }

        // The last entry is for rows that are left out.
        var counts = new long[labels.Classes.Count + 1];
        ClassColumn? column = ReadClasses(file, rank, counts, out bool isSorted);
        if (column is null)
        {
            return null;
        }

        if (ShardFile.Of(file.Path) != file)
        {
            throw new StaleShardException(file.Path, "the file was changed while it was indexed");
        }

        return Write(file, column, counts, isSorted);
    }

    private ClassColumn? ReadClasses(ShardFile file, int rank, long[] counts, out bool isSorted)
    {
        LabelFileFormat format = labels.Options.Format == LabelFileFormat.ByName ? LabelFile.FormatOf(file.Path) : labels.Options.Format;
        var column = ClassColumn.For(labels.Classes.Count);
        using LabelReader reader = LabelFile.Open(file.Path, labels.Options);
        var classOfNumber = new List<int>();
        isSorted = true;
        int previous = 0;
        for (int count; (count = reader.Read(_numbers)) > 0;)
        {
            if (isCancelled())
            {
                return null;
            }

            for (int number = classOfNumber.Count; number < reader.Labels.Count; number++)
            {
                classOfNumber.Add(labels.ClassOf(reader.Labels[number], format));
            }

            ReadOnlySpan<int> known = CollectionsMarshal.AsSpan(classOfNumber);
            for (int place = 0; place < count; place++)
            {
                int classIndex = known[_numbers[place]];
                if (classIndex < 0)
                {
                    long row = reader.RowsRead - count + place;
                    string label = reader.Labels[_numbers[place]];
                    throw new ShardException(rank, file.Path, row, new UnknownLabelException(label, labels.Classes, row).Message);
                }

                counts[classIndex]++;
                isSorted &= classIndex >= previous;
                previous = classIndex;
                _classes[place] = classIndex;
            }

            column.Add(_classes.AsSpan(0, count));
            if (column.Length > uint.MaxValue)
            {
                throw new ShardException(rank, file.Path, -1, $"the file has more than {uint.MaxValue} rows. Divide it.");
            }
        }

        // A row that is left out makes row numbers and places differ.
        isSorted &= counts[^1] == 0;
        return column;
    }

    private ShardMetadata Write(ShardFile file, ClassColumn column, long[] counts, bool isSorted)
    {
        var starts = new long[counts.Length];
        var runs = new List<ClassRun>();
        long rowCount = 0;
        for (int classIndex = 0; classIndex < counts.Length; classIndex++)
        {
            starts[classIndex] = rowCount;
            if (classIndex < counts.Length - 1)
            {
                if (counts[classIndex] > 0)
                {
                    runs.Add(new ClassRun((uint)classIndex, (uint)rowCount, counts[classIndex]));
                }

                rowCount += counts[classIndex];
            }
        }

        long rowsLength = isSorted ? 0 : rowCount * sizeof(uint);
        var metadata = new ShardMetadata(
            Path.GetFileName(file.Path),
            file.Length,
            file.Modified,
            labels.ClassSetHash,
            labels.LabelHash,
            labels.Classes.Count,
            rowCount,
            isSorted,
            [.. runs],
            new uint[(rowsLength + ShardMetadata.PageSize - 1) / ShardMetadata.PageSize]);
        using var written = new DurableFile(file.IndexPath);
        if (!isSorted)
        {
            WriteRows(written, metadata, column, starts);
        }

        written.Write(0, metadata.ToBytes());
        written.Commit();
        return metadata;
    }

    private void WriteRows(DurableFile file, ShardMetadata metadata, ClassColumn column, long[] starts)
    {
        uint[] rows = GC.AllocateUninitializedArray<uint>((int)Math.Min(rowsAtOnce, metadata.RowCount));
        for (long first = 0; first < metadata.RowCount; first += rows.Length)
        {
            Span<uint> part = rows.AsSpan(0, (int)Math.Min(rows.Length, metadata.RowCount - first));
            column.Scatter(starts, first, part);
            if (!BitConverter.IsLittleEndian)
            {
                System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(part, part);
            }

            ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(part);
            file.Write(metadata.RowsOffset + (first * sizeof(uint)), bytes);
            for (int page = 0; page * ShardMetadata.PageSize < bytes.Length; page++)
            {
                ReadOnlySpan<byte> ofPage = bytes[(page * ShardMetadata.PageSize)..];
                metadata.PageChecksums[(first / ShardMetadata.RowsPerPage) + page] = Checksum.Of(ofPage[..Math.Min(ShardMetadata.PageSize, ofPage.Length)]);
            }
        }
    }
}
