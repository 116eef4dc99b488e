using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace BalanceGen.Sharding;

/// <summary>Little-endian numbers and texts, one after the other.</summary>
internal sealed class ByteBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public int Length => _bytes.WrittenCount;

    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public void Add(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.GetSpan(sizeof(uint)), value);
        _bytes.Advance(sizeof(uint));
    }

    public void Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    public void Add(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Add((uint)utf8.Length);
        Add(utf8);
    }

    public void Add(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void PadTo(int multiple)
    {
        while (Length % multiple != 0)
        {
            Add((ReadOnlySpan<byte>)[0]);
        }
    }
}
