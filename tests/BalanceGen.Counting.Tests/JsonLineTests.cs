using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BalanceGen.Counting.Formats;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Counting.Tests;

public sealed class JsonLineTests
{
    [Theory]
    [InlineData("{\"y\":\"a\"}\n{\"y\":\"b\",\"x\":1}\n{\"x\":{\"y\":\"z\"},\"y\":\"a\"}", "a=2 b=1")]
    [InlineData("\uFEFF{\"y\":1}\r\n\r\n  \n{\"y\":1.50}\r\n{\"y\":true}\n", "1=1 1.50=1 true=1")]
    [InlineData("{\"y\":\"\\u00e9\\\"木\\n\"}\n{\"y\":\"é\\\"木\\n\"}\n", "é\"木\n=2")]
    [InlineData("{\"\\u0079\":\" a \"}", " a =1")]
    public void Labels_are_the_values_of_the_property(string text, string expected) =>
        Assert.Equal(expected, Text(Count(text)));

    [Theory]
    [InlineData("{\"y\":[\"a\",\"b\",\"a\",\"\\u0061\"]}\n{\"y\":[]}\n{\"y\":\"b| c |b\"}\n{\"y\":[7]}", "7=1 a=1 b=2 c=1")]
    public void Several_labels_are_an_array_or_text_with_separators(string text, string expected) =>
        Assert.Equal(expected, Text(Count(text, '|')));

    // The ^ stands before the place that is reported and is not part of the file.
    [Theory]
    [InlineData("{\"y\":\"a\"}\n^[\"a\"]", "BALG0302", "the line is an array, and no JSON object")]
    [InlineData("{\"y\":\"a\"}\n^7", "BALG0302", "the line is a value, and no JSON object")]
    [InlineData("{\"y\":\"a\"}\n{\"y\":\"a\"^", "BALG0302", "the line is no JSON object")]
    [InlineData("{\"y\":\"a\"}\n{\"y\":\"é木😀\", ^x}", "BALG0302", "the line is no JSON object")]
    [InlineData("{\"y\":\"a\"} ^{\"y\":\"a\"}", "BALG0302", "the line is no JSON object")]
    [InlineData("{\"y\":\"a\",^\"y\":\"a\"}", "BALG0302", "the object has the property 'y' twice")]
    [InlineData("\n^{\"x\":\"a\",\"z\":[{\"y\":1}]}", "BALG0304", "the object has no such property ('y'); its properties are: x, z")]
    [InlineData("{\"y\":\"a\"}\n^{\"x\":\"a\"}", "BALG0305", "the object has no such property ('y'); label the row")]
    [InlineData("{\"x\":\"é木😀\",\"y\":^null}", "BALG0305", "the label is null")]
    [InlineData("{\"y\":^\"\"}", "BALG0305", "the label is empty")]
    [InlineData("{\"y\":^{\"a\":1}}", "BALG0307", "'y' is neither text, number nor truth value")]
    [InlineData("{\"y\":^[\"a\"]}", "BALG0307", "'y' is an array; set LabelSeparator")]
    [InlineData("{\"y\":^\"\\ud800\"}", "BALG0303", "half of a surrogate pair")]
    public void What_is_wrong_is_reported_where_it_is(string marked, string id, string message)
    {
        int mark = marked.IndexOf('^', StringComparison.Ordinal);
        (long, long) place = (marked[..mark].Count(character => character == '\n') + 1, mark - marked[..mark].LastIndexOf('\n'));

        CountingException error = Assert.Throws<CountingException>(() => Count(marked.Remove(mark, 1)));

        Assert.Equal((id, place), (error.Id, (error.Line, error.Column)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_reported_wherever_they_stand()
    {
        byte[] text = [.. "{\"y\":\"a\"}\n{\"x\":\"é"u8, 0xE9, .. "\",\"y\":\"a\"}"u8];

        CountingException error = Assert.Throws<CountingException>(() => Count(text));

        Assert.Equal((CountingErrorId.NotUtf8, 2L, 8L), (error.Id, error.Line, error.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    public void File_without_rows_is_an_error(string text) =>
        Assert.Equal(CountingErrorId.NoRows, Assert.Throws<CountingException>(() => Count(text)).Id);

    [Fact]
    public void Line_longer_than_any_window_is_read_and_a_label_of_that_length_is_none()
    {
        string filler = new('x', 1_000_000);

        Assert.Equal("a=2", Text(Count($"{{\"x\":\"{filler}\",\"y\":\"a\"}}\n{{\"y\":\"a\"}}")));
        Assert.Equal(CountingErrorId.NoClassLabel, Assert.Throws<CountingException>(() => Count($"{{\"y\":\"{filler}\"}}")).Id);
    }

    [Fact]
    public void Rows_of_known_labels_allocate_nothing()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"x\":[1,2,{\"y\":3}],\"y\":\"a\"}\n{\"y\":17}\n", 20_000)));
        long Allocated(byte[] bytes)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Count(bytes);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Allocated(text);
        long few = Allocated(text[..text.AsSpan().IndexOf("\n{\"x\""u8)]);

        Assert.Equal(few, Allocated(text));
    }

    /// <summary>Every real set, written again as JSON lines, has the counts that were published.</summary>
    [RealDataTheory]
    [InlineData("jsonl")]
    [InlineData("ndjson.gz")]
    public void Every_real_set_as_json_lines_is_counted_as_published(string extension)
    {
        using var folder = new TemporaryFolder();
        int sets = 0;
        foreach (RealDataset set in RealDataset.SingleLabelSets().Where(set => !set.IsCountList))
        {
            string path = folder.PathOf($"{sets++}.{extension}");
            using (Stream file = extension.EndsWith("gz", StringComparison.Ordinal) ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path))
            {
                int row = 0;
                foreach ((string label, long count) in set.Expected)
                {
                    for (long copy = 0; copy < count; copy++)
                    {
                        JsonSerializer.Serialize(file, new { row = row++, note = new { label = "other" }, label });
                        file.WriteByte((byte)'\n');
                    }
                }
            }

            var counts = new LabelCounts();
            FormatCounter.Count(new LabeledFile(path, "label", FieldDelimiter.Comma), counts);

            Assert.Equal(set.Expected.Where(expected => expected.Count > 0).OrderBy(expected => expected.Class, StringComparer.Ordinal), counts.InOrder());
        }

        Assert.True(sets >= 30, $"{sets} sets");
    }

    private static List<(string Label, long Count)> Count(string text, char? separator = null) => Count(Encoding.UTF8.GetBytes(text), separator);

    private static List<(string Label, long Count)> Count(byte[] bytes, char? separator = null)
    {
        var counts = new LabelCounts();
        LabelCounter.CountJsonLines(new MemoryStream(bytes), new LabeledFile("memory", "y", FieldDelimiter.Comma) { LabelSeparator = (byte?)separator }, counts);
        return [.. counts.InOrder()];
    }

    private static string Text(List<(string Label, long Count)> counts) => string.Join(' ', counts.Select(entry => $"{entry.Label}={entry.Count}"));
}
