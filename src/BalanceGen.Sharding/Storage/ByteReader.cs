using System.Buffers.Binary;
using System.Text;

namespace BalanceGen.Sharding;

/// <summary>Reads what <see cref="ByteBuilder"/> wrote. A file that ends too early, or has lengths that are impossible, is an error.</summary>
internal ref struct ByteReader(string path, ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Rest => _rest.Length;

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Checks a number of items that was read. The rest of the file must have enough bytes for that many.</summary>
    public int Count(long value, int bytesEach) => value >= 0 && value <= _rest.Length / Math.Max(1, bytesEach) ? (int)value : throw Torn();

    public string Text() => Encoding.UTF8.GetString(Take(Count(UInt32(), 1)));

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw Torn();
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private readonly ShardIndexFormatException Torn() => new(path, "the index is torn");
}
