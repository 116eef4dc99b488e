using System.Buffers;
using System.Text;
using System.Text.Json;

namespace BalanceGen;

/// <content>The JSON form; <see cref="JsonSerializer"/> writes the same by <see cref="SamplerStateJsonConverter"/>.</content>
public readonly partial record struct SamplerState
{
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
}
