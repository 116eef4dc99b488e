using System.IO.Compression;

namespace BalanceGen.Counting;

/// <summary>The checksum of gzip (RFC 1952, section 8). It is used only to say what is wrong with a file, because the decompressor has a checksum of its own.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(value => Entry((uint)value))];

    /// <summary>The checksum and the length of the unpacked data from a position on.</summary>
    /// <exception cref="InvalidDataException">The data cannot be unpacked.</exception>
    public static (uint Checksum, long Length) OfDeflated(Stream file, long position)
    {
        file.Position = position;
        using var unpacked = new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true);
        byte[] buffer = new byte[64 * 1024];
        uint checksum = uint.MaxValue;
        long length = 0;
        for (int read = unpacked.Read(buffer); read > 0; read = unpacked.Read(buffer))
        {
            length += read;
            foreach (byte value in buffer.AsSpan(0, read))
            {
                checksum = Table[(byte)(checksum ^ value)] ^ (checksum >> 8);
            }
        }

        return (~checksum, length);
    }

    private static uint Entry(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
        {
            value = (value >> 1) ^ ((value & 1) * 0xEDB88320);
        }

        return value;
    }
}
