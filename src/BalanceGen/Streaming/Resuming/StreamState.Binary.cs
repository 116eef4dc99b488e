using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace BalanceGen.Streaming;

/// <content>
/// The binary form, little-endian: the letters BGST, the version (4 bytes), the operators from the last to the first, and the FNV-1a hash of
/// all bytes before it (8 bytes), so that a truncated or damaged state is refused.
/// </content>
public sealed partial class StreamState
{
    private const int HashLength = 8;

    private static ReadOnlySpan<byte> Magic => "BGST"u8;

    /// <summary>The binary form. Allocates it.</summary>
    /// <typeparam name="T">The type of a row. Batches of rows, and batches of such batches, are written row by row.</typeparam>
    /// <param name="rows">Writes the rows of the buffers.</param>
    /// <exception cref="ArgumentException">A buffer holds rows of another type.</exception>
    public byte[] ToBytes<T>(IRowSerializer<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(FormatVersion);
        Write(writer, Last, rows);
        writer.Flush();
        writer.Write(Hash(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Reads the binary form.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="source">The bytes of one state, and no others.</param>
    /// <param name="rows">Reads the rows of the buffers.</param>
    /// <exception cref="StreamStateFormatException">The bytes are no stream state, are truncated or damaged, or have another version.</exception>
    public static StreamState FromBytes<T>(ReadOnlySpan<byte> source, IRowSerializer<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (source.Length < Magic.Length + sizeof(int) + HashLength || !source.StartsWith(Magic))
        {
            throw new StreamStateFormatException("The bytes are no stream state: they do not start with 'BGST', or are too few.");
        }

        RefuseVersion(BinaryPrimitives.ReadInt32LittleEndian(source[Magic.Length..]));
        if (Hash(source[..^HashLength]) != BinaryPrimitives.ReadUInt64LittleEndian(source[^HashLength..]))
        {
            throw new StreamStateFormatException("The stream state is truncated or damaged: its hash does not fit its bytes.");
        }

        byte[] body = source[(Magic.Length + sizeof(int))..^HashLength].ToArray();
        using var reader = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
        try
        {
            OperatorState last = Read(reader, rows);
            return reader.BaseStream.Position == body.Length ? new StreamState(last) : throw new EndOfStreamException();
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException)
        {
            throw new StreamStateFormatException("The stream state is damaged: its lengths do not fit its bytes.");
        }
    }

    private static void Write<T>(BinaryWriter writer, OperatorState state, IRowSerializer<T> serializer)
    {
        writer.Write(state.Configuration);
        writer.Write(state.Pass);
        writer.Write(state.Ended);
        writer.Write(state.Numbers.Length);
        Array.ForEach(state.Numbers, writer.Write);
        writer.Write((byte)BufferedRows<T>.DepthOf(state.Rows));
        var bytes = new ArrayBufferWriter<byte>();
        BufferedRows<T>.Visit(state.Rows, writer.Write, row =>
        {
            bytes.ResetWrittenCount();
            serializer.Write(row, bytes);
            writer.Write(bytes.WrittenCount);
            writer.Write(bytes.WrittenSpan);
        });
        writer.Write(state.Sources.Length);
        foreach (SourcePosition source in state.Sources)
        {
            writer.Write(source.Turn);
            writer.Write(source.Count);
            writer.Write(source.Place);
            writer.Write(source.Operator is not null);
            if (source.Operator is { } before)
            {
                Write(writer, before, serializer);
            }
        }
    }

    private static OperatorState Read<T>(BinaryReader reader, IRowSerializer<T> serializer)
    {
        string configuration = reader.ReadString();
        long pass = reader.ReadInt64();
        bool ended = reader.ReadBoolean();
        var numbers = new long[Length(sizeof(long))];
        foreach (ref long number in numbers.AsSpan())
        {
            number = reader.ReadInt64();
        }

        Array rows = BufferedRows<T>.Make(reader.ReadByte(), () => Length(1), () => serializer.Read(reader.ReadBytes(Length(1))));
        var sources = new SourcePosition[Length(1)];
        foreach (ref SourcePosition source in sources.AsSpan())
        {
            source = new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean() ? Read(reader, serializer) : null);
        }

        return new OperatorState(configuration, pass, ended, numbers, rows, sources);

        // A length that the bytes cannot have is refused before an array is taken for it.
        int Length(int bytesOfItem)
        {
            int length = reader.ReadInt32();
            return length >= 0 && (long)length * bytesOfItem <= reader.BaseStream.Length - reader.BaseStream.Position ? length : throw new EndOfStreamException();
        }
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte value in bytes)
        {
            hash = unchecked((hash ^ value) * 1099511628211);
        }

        return hash;
    }
}
