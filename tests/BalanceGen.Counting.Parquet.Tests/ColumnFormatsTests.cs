using BalanceGen.Counting.Formats;
using BalanceGen.Counting.Tests;
using BalanceGen.Tests.RealData;

namespace BalanceGen.Counting.Parquet.Tests;

public sealed class ColumnFormatsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Every real set as Parquet, by another program and with each compression in turn, has the counts that were published.</summary>
    [RealDataFact]
    public void Every_real_set_as_parquet_is_counted_as_published()
    {
        string[] compressions = ["uncompressed", "snappy", "gzip", "zstd", "lz4_raw", "brotli"];
        int sets = 0;
        foreach (RealDataset set in RealDataset.SingleLabelSets())
        {
            string options = $", compression {compressions[sets % compressions.Length]}, row_group_size 2048";
            string path = Table.Parquet(_folder.PathOf($"{sets++}.parquet"), Table.Rows(set.Expected), options);

            Assert.Equal(
                set.Expected.Where(expected => expected.Count > 0).OrderBy(expected => expected.Class, StringComparer.Ordinal),
                Count(path));
        }

        Assert.True(sets >= 30, $"{sets} sets");
    }

    [Theory]
    [InlineData("cast(i as tinyint)", "0=4 1=3 2=3")]
    [InlineData("cast(i as uinteger)", "0=4 1=3 2=3")]
    [InlineData("cast(i - 1 as bigint)", "-1=4 0=3 1=3")]
    [InlineData("i = 1", "false=7 true=3")]
    [InlineData("chr(233) || i", "é0=4 é1=3 é2=3")]
    public void Texts_integers_and_truth_values_are_labels(string column, string expected)
    {
        string path = Table.Parquet(_folder.PathOf("a.bin"), $"select {column} as label, 1.5 as x from (select unnest(range(10)) % 3 as i)");

        Assert.Equal(expected, string.Join(' ', Count(path).Select(entry => $"{entry.Label}={entry.Count}")));
    }

    [Fact]
    public void Several_labels_of_a_row_are_a_text_with_separators()
    {
        string path = Table.Parquet(_folder.PathOf("a.parquet"), "select * from (values ('a|b'), ('b | b'), ('c')) as t(label)");

        Assert.Equal([("a", 1), ("b", 2), ("c", 1)], Count(path, separator: '|'));
    }

    [Theory]
    [InlineData("select 'a' as breed, [1] as list", "label", "BALG0304", "the file has no column 'label' with one value a row; its columns are: breed")]
    [InlineData("select [1, 2] as label, 1 as id", "label", "BALG0304", "the file has no column 'label' with one value a row; its columns are: id")]
    [InlineData("select 'a' as label where false", "label", "BALG0306", "the file has no row to count")]
    [InlineData("select * from (values ('a'), (null)) as t(label)", "label", "BALG0305", "row 1, column 'label': the row has no label")]
    [InlineData("select * from (values ('a'), ('')) as t(label)", "label", "BALG0305", "row 1, column 'label': the row has no label")]
    [InlineData("select 1.5::double as label", "label", "BALG0307", "column 'label': labels are texts, integers or truth values; this column is of the kind Double")]
    public void What_is_wrong_is_named(string query, string column, string id, string message)
    {
        CountingException error = ErrorOf(Table.Parquet(_folder.PathOf("a.parquet"), query), column);

        Assert.Equal(id, error.Id);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void File_that_is_no_parquet_in_spite_of_its_name_is_named()
    {
        string path = _folder.PathOf("a.parquet");
        File.WriteAllText(path, "label\na\n");

        Assert.Equal(CountingErrorId.UnreadableFile, ErrorOf(path, "label").Id);
    }

    [Theory]
    [InlineData("a.csv.zst", "label,x\na,1\nb,2\na,3\n")]
    [InlineData("a.jsonl.zst", "{\"label\":\"a\"}\n{\"label\":\"b\"}\n{\"label\":\"a\"}\n")]
    public void Text_packed_with_zstandard_is_counted(string name, string text)
    {
        Assert.Equal([("a", 2), ("b", 1)], Count(Packed(name, text)));
    }

    [Fact]
    public void Zstandard_that_is_cut_off_changed_or_longer_is_an_error_or_the_same_counts()
    {
        string path = Packed("a.csv.zst", "label,x\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{(row % 3 == 0 ? "a" : "b")},{row * 7919}\n")));
        byte[] good = File.ReadAllBytes(path);
        for (int length = 4; length < good.Length; length += 7)
        {
            File.WriteAllBytes(path, good[..length]);
            Assert.Equal(CountingErrorId.UnreadableFile, RunError(path));
        }

        File.WriteAllBytes(path, [.. good, .. "more"u8]);
        Assert.Equal(CountingErrorId.UnreadableFile, RunError(path));
        for (int place = 4; place < good.Length; place++)
        {
            byte[] changed = [.. good];
            changed[place] ^= 0x11;
            File.WriteAllBytes(path, changed);
            if (RunError(path) is null)
            {
                Assert.Equal([("a", 67), ("b", 133)], Count(path));
            }
        }
    }

    /// <summary>The whole path of a build: request, counts, record; and text beside Parquet in one data set.</summary>
    [Fact]
    public void Files_of_several_formats_are_counted_together()
    {
        string parquet = Table.Parquet(_folder.PathOf("a.parquet"), "select 'a' as label union all select 'b'");
        string text = _folder.PathOf("b.csv");
        File.WriteAllText(text, "label\na\n");
        string request = _folder.PathOf("request");
        string counts = _folder.PathOf("out.classcounts.csv");
        File.WriteAllText(request, $"output={counts}\nfile={parquet}\nlabelColumn=label\nfile={text}\nlabelColumn=label\n");
        using var errors = new StringWriter();

        Assert.True(CountingRun.Run(request, errors, further: new ColumnFormats()), errors.ToString());
        Assert.Equal("label,count\na,2\nb,1\n", File.ReadAllText(counts));
    }

    private string Packed(string name, string text)
    {
        string path = _folder.PathOf(name);
        using var compressor = new ZstdSharp.Compressor();
        compressor.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        File.WriteAllBytes(path, compressor.Wrap(System.Text.Encoding.UTF8.GetBytes(text)).ToArray());
        return path;
    }

    private string? RunError(string path)
    {
        string request = _folder.PathOf("request");
        File.WriteAllText(request, $"output={_folder.PathOf("out.csv")}\nfile={path}\nlabelColumn=label\n");
        using var errors = new StringWriter();
        return CountingRun.Run(request, errors, further: new ColumnFormats()) ? null : errors.ToString().Split("error ")[1][.."BALG0301".Length];
    }

    private static CountingException ErrorOf(string path, string column) => Assert.Throws<CountingException>(
        () => FormatCounter.Count(new LabeledFile(path, column, FieldDelimiter.Comma), new LabelCounts(), new ColumnFormats()));

    private static List<(string Label, long Count)> Count(string path, char? separator = null)
    {
        var counts = new LabelCounts();
        FormatCounter.Count(new LabeledFile(path, "label", FieldDelimiter.Comma) { LabelSeparator = (byte?)separator }, counts, new ColumnFormats());
        return [.. counts.InOrder()];
    }
}
