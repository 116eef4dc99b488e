using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BalanceGen.Counting.Tests;

/// <summary>Damaged JSON lines: an error with a place, or what JsonDocument, which shares no code with the scanner but the tokenizer, counts in the same lines.</summary>
public sealed class JsonLineFuzzTests
{
    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("BALANCEGEN_FUZZ_CASES") ?? "2000", CultureInfo.InvariantCulture);

    private static readonly string[] Originals =
    [
        "{\"y\":\"a\"}\n{\"y\":\"b\",\"x\":[1,{\"y\":\"c\"}]}\n{\"y\":\"a\"}\n",
        "\uFEFF{\"y\": 1}\r\n\r\n{\"x\":null,\"y\":2}\r\n{\"y\":1}",
        "{\"y\":\"é\\u0041木\"}\n{\"y\":true}\n{\"y\":-1.5e3}\n",
    ];

    [Fact]
    public void Damaged_lines_are_an_error_or_counted_as_an_independent_reader_does()
    {
        var random = new Random(20_261_129);
        int counted = 0;
        for (int number = 0; number < Cases; number++)
        {
            byte[] bytes = Mutation.Of(Encoding.UTF8.GetBytes(Originals[random.Next(Originals.Length)]), random);
            List<(string, long)>? expected = Expected(bytes);
            try
            {
                var counts = new LabelCounts();
                LabelCounter.CountJsonLines(new MemoryStream(bytes), new LabeledFile("memory", "y", FieldDelimiter.Comma), counts);
                Assert.True(expected is not null && expected.SequenceEqual(counts.InOrder()), $"case {number}: {Convert.ToBase64String(bytes)}");
                counted++;
            }
            catch (CountingException error)
            {
                Assert.True(expected is null, $"case {number}: {error.Message}: {Convert.ToBase64String(bytes)}");
                Assert.True(error.Line > 0 == error.Column > 0);
                Assert.DoesNotContain('\n', error.Message);
            }
        }

        Assert.InRange(counted, Cases / 20, Cases * 19 / 20);
    }

    /// <summary>Null where a line is none.</summary>
    private static List<(string Label, long Count)>? Expected(byte[] bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var labels = new List<string>();
        text = text.StartsWith('\uFEFF') ? text[1..] : text;
        foreach (string line in text.Split('\n').Where(line => line.Trim(' ', '\t', '\r').Length > 0))
        {
            try
            {
                using var document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 64 });
                JsonProperty[] named = document.RootElement.ValueKind == JsonValueKind.Object
                    ? [.. document.RootElement.EnumerateObject().Where(property => property.NameEquals("y"))]
                    : [];
                string? label = named is not [{ Value: var value }] ? null
                    : value.ValueKind == JsonValueKind.String ? value.GetString()
                    : value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText()
                    : null;
                if (string.IsNullOrEmpty(label))
                {
                    return null;
                }

                labels.Add(label);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                return null;
            }
        }

        return labels.Count == 0 ? null
            : [.. labels.GroupBy(label => label).Select(group => (group.Key, (long)group.Count())).OrderBy(entry => Convert.ToHexString(Encoding.UTF8.GetBytes(entry.Key)), StringComparer.Ordinal)];
    }
}
