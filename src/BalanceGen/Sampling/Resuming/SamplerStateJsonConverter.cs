using System.Text.Json;
using System.Text.Json.Serialization;

namespace BalanceGen.Sampling;

/// <summary>
/// Reads and writes a <see cref="SamplerState"/> as JSON: <c>{"version":1,"seed":42,"configurationHash":"8f3a…","draw":1700}</c>. The hash is 16 hexadecimal
/// digits, since many readers of JSON lose the low bits of such numbers. Works without reflection.
/// </summary>
public sealed class SamplerStateJsonConverter : JsonConverter<SamplerState>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is no sampler state; the message names the property.</exception>
    public override SamplerState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SamplerState value, JsonSerializerOptions options) => Write(writer, value);

    internal static SamplerState Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A sampler state is a JSON object.");
        }

        long? version = null;
        long? seed = null;
        ulong? hash = null;
        long? draw = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "version":
                    version = Integer(ref reader, name, int.MinValue, int.MaxValue);
                    break;
                case "seed":
                    seed = Integer(ref reader, name, long.MinValue, long.MaxValue);
                    break;
                case "draw":
                    draw = Integer(ref reader, name, 0, long.MaxValue);
                    break;
                case "configurationHash":
                    hash = Hash(ref reader);
                    break;
                default:
                    throw new JsonException($"A sampler state has no property '{name}'.");
            }
        }

        return new SamplerState(
            (int)(version ?? throw Missing("version")),
            seed ?? throw Missing("seed"),
            hash ?? throw Missing("configurationHash"),
            draw ?? throw Missing("draw"));
    }

    internal static void Write(Utf8JsonWriter writer, SamplerState value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteNumber("version", value.Version);
        writer.WriteNumber("seed", value.Seed);
        writer.WriteString("configurationHash", value.ConfigurationHash.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteNumber("draw", value.Draw);
        writer.WriteEndObject();
    }

    private static JsonException Missing(string name) => new($"The sampler state lacks the property '{name}'.");

    private static long Integer(ref Utf8JsonReader reader, string name, long least, long most) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value) && value >= least && value <= most
            ? value
            : throw new JsonException($"The property '{name}' of a sampler state must be an integer from {least.ToString(CultureInfo.InvariantCulture)} on.");

    private static ulong Hash(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
        && reader.GetString() is { Length: 16 } text
        && ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hash)
            ? hash
            : throw new JsonException("The property 'configurationHash' of a sampler state must be 16 hexadecimal digits in quotes.");
}
