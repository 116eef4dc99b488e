using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BalanceGen;

/// <summary>The position of a sampler: everything that is needed to continue with the very next draw.</summary>
/// <param name="Version">The version of the draw function; see <see cref="Sampler.FormatVersion"/>.</param>
/// <param name="Seed">The sampler's seed.</param>
/// <param name="ConfigurationHash">The hash of everything else that decides the draws; see <see cref="Sampler.ConfigurationHash"/>.</param>
/// <param name="Draw">The number of the next draw, counted across epochs from 0.</param>
/// <remarks>
/// <para>
/// Four numbers, 32 bytes: a draw is a pure function of the seed and the draw number, so no generator state has to be kept.
/// <see cref="ToBytes"/> and <see cref="ToJson"/> save it. Get it from <see cref="Sampler.StateAt"/> or from a batch, and pass it to <see cref="Sampler.ResumeFrom"/>.
/// </para>
/// <para>
/// The binary form is little-endian: the letters BGSS, version (4 bytes), seed, configuration hash, draw (8 bytes each). <see cref="JsonSerializer"/> writes the same
/// JSON form by <see cref="SamplerStateJsonConverter"/>.
/// </para>
/// </remarks>
[JsonConverter(typeof(SamplerStateJsonConverter))]
public readonly record struct SamplerState(int Version, long Seed, ulong ConfigurationHash, long Draw)
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

    /// <summary>The JSON form: <c>{"version":1,"seed":42,"configurationHash":"8f3a…","draw":1700}</c>.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            SamplerStateJsonConverter.Write(writer, this);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the JSON form.</summary>
    /// <param name="json">The JSON text of one sampler state.</param>
    /// <exception cref="SamplerStateFormatException">The text is no JSON, or no sampler state.</exception>
    public static SamplerState FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            reader.Read();
            SamplerState state = SamplerStateJsonConverter.Read(ref reader);

            // Refuses whatever follows the one value.
            reader.Read();
            return state;
        }
        catch (JsonException error)
        {
            throw new SamplerStateFormatException(error.Message);
        }
    }

    [DoesNotReturn]
    private static void Refuse(FormattableString message) => throw new SamplerStateFormatException(FormattableString.Invariant(message));

    [DoesNotReturn]
    private static void Refuse(string message) => throw new SamplerStateFormatException(message);
}
