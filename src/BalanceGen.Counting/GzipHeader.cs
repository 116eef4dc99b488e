namespace BalanceGen.Counting;

/// <summary>The header of a gzip member (RFC 1952, section 2.3).</summary>
internal static class GzipHeader
{
    private const int FixedLength = 10;

    [Flags]
    private enum Fields : byte
    {
        HeaderChecksum = 2,
        Extra = 4,
        Name = 8,
        Comment = 16,
    }

    /// <summary>The position of the first byte after the header of the first member.</summary>
    /// <exception cref="EndOfStreamException">The file ends in its header.</exception>
    public static long Skip(Stream file)
    {
        file.Position = 0;
        Span<byte> header = stackalloc byte[FixedLength];
        file.ReadExactly(header);
        var fields = (Fields)header[3];
        if (fields.HasFlag(Fields.Extra))
        {
            file.Position += NextByte(file) | (NextByte(file) << 8);
        }

        for (int texts = (fields.HasFlag(Fields.Name) ? 1 : 0) + (fields.HasFlag(Fields.Comment) ? 1 : 0); texts > 0; texts--)
        {
            while (NextByte(file) != 0)
            {
            }
        }

        return file.Position + (fields.HasFlag(Fields.HeaderChecksum) ? 2 : 0);
    }

    private static int NextByte(Stream file) => file.ReadByte() is >= 0 and var value ? value : throw new EndOfStreamException();
}
