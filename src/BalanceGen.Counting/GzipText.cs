using System.Buffers.Binary;
using System.IO.Compression;

namespace BalanceGen.Counting;

/// <summary>Unpacks a gzip file. The packed data must end where the file ends. If the file is damaged, the error says how.</summary>
internal sealed class GzipText : ForwardStream
{
    private readonly FileStream _file;
    private readonly Packed _packed;
    private readonly GZipStream _unpacked;

    public GzipText(FileStream file)
    {
        _file = file;
        _packed = new Packed(file);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress, leaveOpen: true);
    }

    public static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, ..];

    /// <exception cref="InvalidDataException">The file is damaged, cut off, or longer than its contents.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            int read = _unpacked.Read(buffer, offset, count);
            if (read == 0 && count > 0 && !_packed.HasEnded)
            {
                // The decompressor stops at the first byte that does not begin another member. Without this check, the rest of the file would go unnoticed.
                throw new InvalidDataException("there are bytes behind the end of the gzip data; the file was not written to its end, or something was appended");
            }

            return read;
        }
        catch (InvalidDataException damaged) when (_packed.HasEnded || _file.Position > 0)
        {
            throw Describe(damaged);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Finds out what is wrong. The decompressor has one message for every kind of damage, so the data is read once more without its checks.</summary>
    private InvalidDataException Describe(InvalidDataException damaged)
    {
        if (damaged.Message.StartsWith("there are bytes behind", StringComparison.Ordinal))
        {
            return damaged;
        }

        if (damaged.Message.Contains("truncated", StringComparison.OrdinalIgnoreCase))
        {
            return new InvalidDataException("the gzip file is cut off: its data end too early; write or copy it again");
        }

        try
        {
            Span<byte> trailer = stackalloc byte[8];
            _file.Position = _file.Length - trailer.Length;
            _file.ReadExactly(trailer);
            uint stored = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
            (uint actual, long unpacked) = Crc32.OfDeflated(_file, GzipHeader.Skip(_file));
            string? which = stored != actual ? string.Create(CultureInfo.InvariantCulture, $"checksum is wrong: 0x{stored:X8} is stored, and the data have 0x{actual:X8}")
                : length != (uint)unpacked ? string.Create(CultureInfo.InvariantCulture, $"length is wrong: {length} bytes are stored, and the data have {unpacked}")
                : null;
            return which is null ? Damaged() : new InvalidDataException($"the gzip file is damaged, its {which}; write or copy it again");
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return Damaged();
        }
    }

    private static InvalidDataException Damaged() => new("the gzip file is damaged: its data cannot be unpacked; write or copy it again");

    /// <summary>The packed bytes. It remembers whether they were read to their end.</summary>
    private sealed class Packed(FileStream file) : ForwardStream
    {
        public bool HasEnded { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = file.Read(buffer, offset, count);
            HasEnded |= read == 0;
            return read;
        }

        public override int Read(Span<byte> buffer)
        {
            int read = file.Read(buffer);
            HasEnded |= read == 0;
            return read;
        }
    }
}
