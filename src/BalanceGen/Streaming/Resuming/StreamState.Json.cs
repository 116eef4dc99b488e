using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BalanceGen.Streaming;

/// <content>The JSON form: <c>{"version":1,"last":{"operator":"Shuffle; buffer 8; seed 1","pass":0,…,"rows":[…],"sources":[…]}}</c>.</content>
public sealed partial class StreamState
{
    /// <summary>The JSON form.</summary>
    /// <typeparam name="T">The type of a row. A batch of rows is an array of them.</typeparam>
    /// <param name="rows">How a row is written, for instance <c>MyContext.Default.MyRow</c> of a source-generated context.</param>
    /// <exception cref="ArgumentException">A buffer holds rows of another type.</exception>
    public string ToJson<T>(JsonTypeInfo<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", FormatVersion);
            writer.WritePropertyName("last");
            Write(writer, Last, rows);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads the JSON form.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="json">The JSON text of one stream state.</param>
    /// <param name="rows">How a row is read.</param>
    /// <exception cref="StreamStateFormatException">The text is no JSON, no stream state, or one of another version.</exception>
    public static StreamState FromJson<T>(string json, JsonTypeInfo<T> rows)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(rows);
        try
        {
            using var document = JsonDocument.Parse(json);
            RefuseVersion(document.RootElement.GetProperty("version").GetInt64());
            return new StreamState(Read(document.RootElement.GetProperty("last"), rows));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new StreamStateFormatException($"The text is no stream state: {error.Message}");
        }
    }

    private static void Write<T>(Utf8JsonWriter writer, OperatorState state, JsonTypeInfo<T> type)
    {
        writer.WriteStartObject();
        writer.WriteString("operator", state.Configuration);
        writer.WriteNumber("pass", state.Pass);
        writer.WriteBoolean("ended", state.Ended);
        writer.WriteStartArray("numbers");
        Array.ForEach(state.Numbers, writer.WriteNumberValue);
        writer.WriteEndArray();

        // Flat: the lengths in front say which rows belong together.
        writer.WriteNumber("depth", BufferedRows<T>.DepthOf(state.Rows));
        List<int> lengths = [];
        writer.WriteStartArray("rows");
        BufferedRows<T>.Visit(state.Rows, lengths.Add, row => JsonSerializer.Serialize(writer, row, type));
        writer.WriteEndArray();
        writer.WriteStartArray("lengths");
        lengths.ForEach(length => writer.WriteNumberValue(length));
        writer.WriteEndArray();
        writer.WriteStartArray("sources");
        foreach (SourcePosition source in state.Sources)
        {
            writer.WriteStartObject();
            writer.WriteNumber("turn", source.Turn);
            writer.WriteNumber("count", source.Count);
            writer.WriteNumber("place", source.Place);
            if (source.Operator is { } before)
            {
                writer.WritePropertyName("before");
                Write(writer, before, type);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static OperatorState Read<T>(JsonElement element, JsonTypeInfo<T> type)
    {
        using IEnumerator<JsonElement> rows = element.GetProperty("rows").EnumerateArray();
        using IEnumerator<JsonElement> lengths = element.GetProperty("lengths").EnumerateArray();
        int mostItems = element.GetProperty("rows").GetArrayLength() + element.GetProperty("lengths").GetArrayLength();
        return new OperatorState(
            element.GetProperty("operator").GetString() ?? throw new FormatException("The operator has no name."),
            element.GetProperty("pass").GetInt64(),
            element.GetProperty("ended").GetBoolean(),
            [.. element.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt64())],
            BufferedRows<T>.Make(element.GetProperty("depth").GetInt32(), NextLength, () => Next(rows).Deserialize(type)!),
            [.. element.GetProperty("sources").EnumerateArray().Select(source => new SourcePosition(
                source.GetProperty("turn").GetInt64(),
                source.GetProperty("count").GetInt64(),
                source.GetProperty("place").GetInt64(),
                source.TryGetProperty("before", out JsonElement before) ? Read(before, type) : null))]);

        int NextLength()
        {
            int length = Next(lengths).GetInt32();
            return length >= 0 && length <= mostItems ? length : throw new FormatException("The length of a buffer is not the number of its rows.");
        }

        static JsonElement Next(IEnumerator<JsonElement> items) => items.MoveNext() ? items.Current : throw new FormatException("Rows are missing.");
    }
}
