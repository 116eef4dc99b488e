using System.Buffers;
using System.Buffers.Binary;

namespace BalanceGen.Tests.Streaming;

/// <summary>12 bytes a row.</summary>
internal sealed class LabelledSerializer : IRowSerializer<Labelled>
{
    public void Write(Labelled row, IBufferWriter<byte> destination)
    {
        Span<byte> bytes = destination.GetSpan(12);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, row.Number);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], row.Label);
        destination.Advance(12);
    }

    public Labelled Read(ReadOnlySpan<byte> source) => source.Length == 12
        ? new(BinaryPrimitives.ReadInt64LittleEndian(source), BinaryPrimitives.ReadInt32LittleEndian(source[8..]))
        : throw new ArgumentException("A row has 12 bytes.");
}
