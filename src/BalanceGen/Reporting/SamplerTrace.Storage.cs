using System.Text;

namespace BalanceGen.Reporting;

/// <content>Storage.</content>
public sealed partial class SamplerTrace
{
    private const int StorageVersion = 1;

    private static ReadOnlySpan<byte> Magic => "BGTRACE\n"u8;

    /// <summary>Continues a stored trace.</summary>
    private SamplerTrace(ClassCounts counts, int[] classOfRow, int[] timesDrawn, int[] batchCounts, int batchCount)
    {
        Counts = counts;
        _classOfRow = classOfRow;
        _timesDrawn = timesDrawn;
        _batchCounts = batchCounts;
        BatchCount = batchCount;
        _drawsOfClass = new long[counts.Classes.Count];
        _seenOfClass = new int[counts.Classes.Count];
        for (int row = 0; row < classOfRow.Length; row++)
        {
            if (timesDrawn[row] > 0)
            {
                _drawsOfClass[classOfRow[row]] += timesDrawn[row];
                _seenOfClass[classOfRow[row]]++;
                DrawCount += timesDrawn[row];
                RowsSeen++;
            }
        }
    }

    /// <summary>
    /// Writes the trace, for <c>balancegen trace run.bgtrace</c> or to go on with it after a restart. The format does not depend on the machine. 8 bytes a row,
    /// and 4 bytes a class for each batch.
    /// </summary>
    /// <param name="stream">Where to write to. It is left open.</param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(StorageVersion);
        writer.Write(Counts.Classes.Count);
        foreach (string name in Counts.Classes.Names)
        {
            writer.Write(name);
        }

        foreach (long count in Counts.Values)
        {
            writer.Write(count);
        }

        writer.Write(_classOfRow.Length);
        WriteNumbers(writer, _classOfRow);
        WriteNumbers(writer, _timesDrawn);
        writer.Write(BatchCount);
        WriteNumbers(writer, _batchCounts.AsSpan(0, BatchCount * _drawsOfClass.Length));
    }

    /// <summary>Reads a trace that <see cref="WriteTo"/> wrote. O(rows + batches · classes).</summary>
    /// <param name="stream">Where to read from. It is left open, behind the trace.</param>
    /// <exception cref="SamplerTraceFormatException">What the stream holds is damaged, cut off, of a later version, or no trace.</exception>
    public static SamplerTrace ReadFrom(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            return Read(reader);
        }
        catch (Exception error) when (error is EndOfStreamException or ArgumentException or FormatException or OverflowException)
        {
            throw new SamplerTraceFormatException("it is damaged or cut off", error);
        }
    }

    private static SamplerTrace Read(BinaryReader reader)
    {
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
        {
            throw new SamplerTraceFormatException("it does not begin with the bytes of a trace");
        }

        int version = reader.ReadInt32();
        if (version != StorageVersion)
        {
            throw new SamplerTraceFormatException($"it has the version {version}, but only version {StorageVersion} can be read");
        }

        int classCount = NotNegative(reader.ReadInt32());
        var names = new List<string>();
        for (int index = 0; index < classCount; index++)
        {
            names.Add(reader.ReadString());
        }

        long[] counts = [.. names.Select(_ => reader.ReadInt64())];

        var classes = new ClassCounts(new ClassSet([.. names]), counts);
        int rows = NotNegative(reader.ReadInt32());
        int[] classOfRow = ReadNumbers(reader, rows);
        int[] timesDrawn = ReadNumbers(reader, rows);
        var found = new long[names.Count];
        for (int row = 0; row < rows; row++)
        {
            bool isInIndex = classOfRow[row] != NotInIndex;
            if (classOfRow[row] < NotInIndex || classOfRow[row] >= names.Count || timesDrawn[row] < 0 || (!isInIndex && timesDrawn[row] > 0))
            {
                throw new SamplerTraceFormatException($"row {row} has the class {classOfRow[row]} of {names.Count} and was drawn {timesDrawn[row]} times");
            }

            if (isInIndex)
            {
                found[classOfRow[row]]++;
            }
        }

        if (!found.AsSpan().SequenceEqual(counts))
        {
            throw new SamplerTraceFormatException("its rows are not those of its class counts");
        }

        int batchCount = NotNegative(reader.ReadInt32());
        return new SamplerTrace(classes, classOfRow, timesDrawn, ReadNumbers(reader, checked(batchCount * names.Count)), batchCount);
    }

    private static int NotNegative(int number) => number >= 0 ? number : throw new SamplerTraceFormatException($"it has {number} parts");

    private static void WriteNumbers(BinaryWriter writer, ReadOnlySpan<int> numbers)
    {
        foreach (int number in numbers)
        {
            writer.Write(number);
        }
    }

    /// <summary>Memory grows with what was read, not with what a damaged length claims.</summary>
    private static int[] ReadNumbers(BinaryReader reader, int count)
    {
        const int most = 1 << 16;
        var numbers = new int[Math.Min(count, most)];
        for (int index = 0; index < count; index++)
        {
            if (index == numbers.Length)
            {
                Array.Resize(ref numbers, (int)Math.Min(count, 2L * numbers.Length));
            }

            numbers[index] = reader.ReadInt32();
        }

        return numbers;
    }
}
