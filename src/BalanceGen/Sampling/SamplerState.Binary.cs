using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace BalanceGen;

/// <content>The binary form: 32 bytes, little-endian: the letters BGSS, version (4 bytes), seed, configuration hash, draw (8 bytes each).</content>
public readonly partial record struct SamplerState
{
    /// <summary>The length of the binary form in bytes.</summary>
    public const int ByteCount = 32;

    private static ReadOnlySpan<byte> Magic => "BGSS"u8;

    /// <summary>Writes the binary form. No allocation.</summary>
    /// <param name="destination">Receives <see cref="ByteCount"/> bytes; longer spans are left alone beyond them.</param>
    /// <exception cref="ArgumentException">The span is shorter.</exception>
    public void WriteTo(Span<byte> destination)
    {
        SpanRoom.ThrowIfShort(destination.Length, ByteCount, nameof(destination), "bytes");
        Magic.CopyTo(destination);
        BinaryPrimitives.WriteInt32LittleEndian(destination[4..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(destination[8..], Seed);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], ConfigurationHash);
        BinaryPrimitives.WriteInt64LittleEndian(destination[24..], Draw);
    }

    /// <summary>The binary form. Allocates 32 bytes and the array.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[ByteCount];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>Reads the binary form. The version is kept as it is; <see cref="Sampler.ResumeFrom"/> refuses one it cannot continue.</summary>
    /// <param name="source">At least <see cref="ByteCount"/> bytes; those beyond are not read.</param>
    /// <exception cref="SamplerStateFormatException">The bytes are too few or no sampler state.</exception>
    public static SamplerState Read(ReadOnlySpan<byte> source)
    {
        if (source.Length < ByteCount || !source.StartsWith(Magic))
        {
            Refuse(source.Length < ByteCount ? $"{source.Length} bytes are no sampler state, which has {ByteCount}." : "The bytes are no sampler state: they do not start with 'BGSS'.");
        }

        long draw = BinaryPrimitives.ReadInt64LittleEndian(source[24..]);
        if (draw < 0)
        {
            Refuse($"The draw number {draw} of the sampler state is negative.");
        }

        return new SamplerState(
            BinaryPrimitives.ReadInt32LittleEndian(source[4..]),
            BinaryPrimitives.ReadInt64LittleEndian(source[8..]),
            BinaryPrimitives.ReadUInt64LittleEndian(source[16..]),
            draw);
    }

    [DoesNotReturn]
    private static void Refuse(FormattableString message) => throw new SamplerStateFormatException(FormattableString.Invariant(message));

    [DoesNotReturn]
    private static void Refuse(string message) => throw new SamplerStateFormatException(message);
}
