using System.Text;

namespace BalanceGen.Counting.Tests;

public sealed class LabelCounterTests
{
    [Theory]
    [InlineData("x,y\n1,a\n2,b\n3,a\n")]
    [InlineData("x,y\r\n1,a\r\n2,b\r\n3,a")]
    [InlineData("x,y\r1,a\r2,b\r3,a\r")]
    [InlineData("\uFEFFx,y\n1,a\n2,b\n3,a\n")]
    [InlineData("\n\nx,y\n1,a\n\n2,b\n3,a\n\n\n")]
    [InlineData("\"x\",\"y\"\n\"1\",\"a\"\n\"2\",\"b\"\n\"3\",\"a\"\n")]
    [InlineData("y,x\na,\"1,\"\"2\"\"\"\nb,\"3\n4\r\n5\"\na,\n")]
    [InlineData("x,\"y\"\n1,\"b\"\n\"\",a\n,a")]
    [InlineData("y\na\nb\na\n")]
    public void Rows_of_rfc4180_are_counted_by_label(string text)
    {
        Assert.Equal([("a", 2L), ("b", 1L)], Counting.Of(text));
    }

    [Theory]
    [InlineData("x;y\n1;a\n", ";")]
    [InlineData("x;y\n1;a\n", "semicolon")]
    [InlineData("x\ty\n1\ta\n", "tab")]
    [InlineData("x\ty\n1\ta\n", "\\t")]
    [InlineData("x y\n1 a\n", "space")]
    [InlineData("x y\n1 a\n", " ")]
    [InlineData("x|y\n1|a\n", "pipe")]
    [InlineData("  x   y\n 1 \t a  \n   \n2 a\n", "whitespace", 2)]
    [InlineData("xAy\n1Aa\n", "A")]
    public void Delimiter_is_a_character_or_a_name(string text, string delimiter, int rows = 1)
    {
        Assert.Equal([("a", rows)], Counting.Of(text, delimiter: delimiter));
    }

    [Theory]
    [InlineData("")]
    [InlineData("::")]
    [InlineData("\"")]
    [InlineData("é")]
    public void Other_delimiters_are_refused(string delimiter)
    {
        Assert.Equal(CountingErrorId.InvalidLabeledData, Assert.Throws<CountingException>(() => FieldDelimiter.Parse(delimiter)).Id);
    }

    [Theory]
    [InlineData("a,1\nb,2\n", "0", false, "a", "b")]
    [InlineData("1,a,3\n2,b,3\n", "1", false, "a", "b")]
    [InlineData("x,y\n1,a\n2,b\n", "1", true, "a", "b")]
    [InlineData("1,0\na,x\nb,x\n", "1", true, "a", "b")]
    [InlineData("1,2,\"l,\"\"m\"\"\"\n,,a\n,,b", "l,\"m\"", true, "a", "b")]
    public void Label_column_is_a_name_of_the_header_or_else_an_index(string text, string column, bool hasHeader, params string[] labels)
    {
        Assert.Equal(labels.Select(label => (label, 1L)), Counting.Of(text, column, hasHeader: hasHeader));
    }

    [Theory]
    [InlineData(" <=50K.")]
    [InlineData("duoden and sm.int")]
    [InlineData("érable 木 😀")]
    [InlineData("\t")]
    public void Labels_are_kept_as_they_are_written(string label)
    {
        Assert.Equal([(label, 1L)], Counting.Of("x,y\n1," + label + "\n"));
    }

    [Fact]
    public void Quotes_are_ordinary_characters_where_quoting_is_off()
    {
        Assert.Equal([("\"ham", 1L), ("spam\"", 1L)], Counting.Of("y\tx\n\"ham\tsay \"hi\"\nspam\"\t\"\n", delimiter: "tab", quoting: false));
    }

    // The ^ stands before the place that is reported and is not part of the file.
    [Theory]
    [InlineData("x,y\n1,a\n2^\n", "BALG0302")]
    [InlineData("x,y\n1,a\n2^\r\n", "BALG0302")]
    [InlineData("x,y\n1,a\n2,b,^c\n", "BALG0302")]
    [InlineData("x,y\n1,a\n2,b,^\n", "BALG0302")]
    [InlineData("x,y\n1,a\na line that is longer than several windows of é木😀 é木😀 é木😀 together,b,^c\n", "BALG0302")]
    [InlineData("x,y\n1,a\n2,b,^c,d,e", "BALG0302")]
    [InlineData("y,x\na^\"b,1\n", "BALG0302")]
    [InlineData("y,x\né😀^\"b,1\n", "BALG0302")]
    [InlineData("y,x\n\"a\"^b,1\n", "BALG0302")]
    [InlineData("y,x\na,\"1\"^ \n", "BALG0302")]
    [InlineData("y,x\na,\"1\"^ ", "BALG0302")]
    [InlineData("y,x\na,\"1\n\n2\"^ 3,4", "BALG0302")]
    [InlineData("y,x\na,^\"1\nb,2\nc,3\n", "BALG0302")]
    [InlineData("y,x\na,\"b\"\"\nc\",^1\n", "BALG0302")]
    [InlineData("x,y\n1,a\n2,^\0\n", "BALG0303")]
    [InlineData("x,y\n1,a\n2,^\n", "BALG0305")]
    [InlineData("x,y\n1,a\n2,^\"\"\n", "BALG0305")]
    [InlineData("x,y\n1,a\n2,^", "BALG0305")]
    public void Malformed_row_is_reported_where_it_is_whatever_the_window(string marked, string id)
    {
        int mark = marked.IndexOf('^', StringComparison.Ordinal);
        string before = marked[..mark].Replace("\r\n", "\n", StringComparison.Ordinal);
        (long, long) place = (before.Count(character => character == '\n') + 1, mark - marked[..mark].LastIndexOf('\n'));

        foreach (int windowSize in new[] { 16, 17, 18, 19, 23, 4096 })
        {
            CountingException error = Counting.ErrorOf(marked.Remove(mark, 1), windowSize: windowSize);

            Assert.Equal((id, place), (error.Id, (error.Line, error.Column)));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xE9 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public void Bytes_that_are_not_utf8_are_reported_where_they_are(byte[] bytes)
    {
        byte[] text = [.. "x,y\n1,a\n2,é木"u8, .. bytes, .. ",b\n3,c\n"u8];
        byte[] atEnd = text[..^7];
        foreach (byte[] file in new[] { text, atEnd })
        {
            foreach (int windowSize in new[] { 16, 17, 18, 19, 20, 4096 })
            {
                CountingException error = Assert.Throws<CountingException>(
                    () => Counting.Of(file, new LabeledFile("memory", "x", FieldDelimiter.Comma), windowSize));

                Assert.Equal((CountingErrorId.NotUtf8, 3L, 5L), (error.Id, error.Line, error.Column));
            }
        }
    }

    [Theory]
    [InlineData("x,y\n1,a\n", "z", true, "the header has no column 'z'; its columns are: x, y")]
    [InlineData("x,y\n1,a\n", "-1", true, "the header has no column '-1'")]
    [InlineData("x,y\n1,a\n", "2", true, "the rows have the columns 0 to 1")]
    [InlineData("y,y\n1,a\n", "y", true, "the header names 'y' twice")]
    [InlineData("1,a\n", "y", false, "the file has no header")]
    [InlineData("1,a\n", "2", false, "the rows have the columns 0 to 1")]
    public void Label_column_that_is_not_there_is_named(string text, string column, bool hasHeader, string message)
    {
        CountingException error = Counting.ErrorOf(text, column, hasHeader: hasHeader);

        Assert.Equal(CountingErrorId.InvalidLabeledData, error.Id);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n\n")]
    [InlineData("x,y\n")]
    public void File_without_rows_is_an_error(string text)
    {
        Assert.Equal(CountingErrorId.NoRows, Counting.ErrorOf(text).Id);
    }

    [Fact]
    public void Label_longer_than_half_the_window_is_no_class_label()
    {
        Assert.Equal(CountingErrorId.NoClassLabel, Counting.ErrorOf("x,y\n1," + new string('a', 5000) + "\n").Id);
        Assert.Equal([("a", 1L)], Counting.Of("x,y\n" + new string('1', 5000) + ",a\n"));
    }

    [Fact]
    public void More_labels_than_classes_can_be_are_an_error()
    {
        var text = new StringBuilder("y\n");
        for (int row = 0; row <= ILabelSink.MaximumLabels; row++)
        {
            text.Append(row).Append('\n');
        }

        CountingException error = Counting.ErrorOf(text.ToString());

        Assert.Equal((CountingErrorId.NoClassLabel, ILabelSink.MaximumLabels + 2L), (error.Id, error.Line));
    }

    [Fact]
    public void Rows_of_known_labels_allocate_nothing()
    {
        byte[] text = Encoding.UTF8.GetBytes("x,y\n" + string.Concat(Enumerable.Repeat("1,a\n\"2\",\"b\"\n", 50_000)));
        var file = new LabeledFile("memory", "y", FieldDelimiter.Comma);
        long Allocated(byte[] bytes)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Counting.Of(bytes, file);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // The first call also pays for what is made once in a process.
        Allocated(text);
        long few = Allocated(text[..16]);

        Assert.Equal(few, Allocated(text));
    }
}
