namespace BalanceGen.Files.Tests;

public sealed class LabelFileTests : IDisposable
{
    private const int Rows = 5003;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("jsonl")]
    [InlineData("jsonl.gz")]
    [InlineData("parquet")]
    [InlineData("arrow")]
    [InlineData("coded arrow")]
    public void Labels_of_every_format_are_the_same(string kind) => Assert.Equal(LabelledFiles.Texts(Rows), LabelledFiles.Read(Create(kind)));

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(100_000)]
    public void The_size_of_the_blocks_does_not_matter(int block)
    {
        foreach (string kind in (string[])["csv", "jsonl", "parquet", "arrow"])
        {
            Assert.Equal(LabelledFiles.Texts(Rows), LabelledFiles.Read(Create(kind), block: block));
        }
    }

    [Theory]
    [InlineData("integer")]
    [InlineData("big")]
    [InlineData("small")]
    public void Integers_of_parquet_are_labels(string kind) =>
        Assert.Equal(LabelledFiles.Texts(Rows).Select(label => label.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), LabelledFiles.Read(LabelledFiles.Parquet(_folder, "a.parquet", Rows, kind)));

    [Fact]
    public void Truth_values_are_labels()
    {
        Assert.Equal(LabelledFiles.Texts(Rows).Select(label => label == "Siamese" ? "true" : "false"), LabelledFiles.Read(LabelledFiles.Parquet(_folder, "a.parquet", Rows, "truth")));
        string json = _folder.Write("a.jsonl", "{\"breed\":true}\n{\"breed\":false}\n{\"breed\":7}\n{\"breed\":1.5}");
        Assert.Equal(["true", "false", "7", "1.5"], LabelledFiles.Read(json));
    }

    [Fact]
    public void Raw_labels_are_numbers()
    {
        int[] numbers = LabelledFiles.Numbers(Rows);
        string[] expected = [.. numbers.Select(number => $"{number}")];
        Assert.Equal(expected, LabelledFilesOf(".labels", numbers.Select(number => (byte)number).ToArray()));
        Assert.Equal(expected, LabelledFilesOf(".u16", [.. numbers.SelectMany(number => BitConverter.GetBytes((ushort)number))]));
        Assert.Equal(expected, LabelledFilesOf(".i32", [.. numbers.SelectMany(BitConverter.GetBytes)]));
        Assert.Equal(expected, LabelledFilesOf(".i64", [.. numbers.SelectMany(number => BitConverter.GetBytes((long)number))]));
        Assert.Equal(["-1", "65535"], LabelledFilesOf("2.i32", [.. BitConverter.GetBytes(-1), .. BitConverter.GetBytes(65535)]));

        string[] LabelledFilesOf(string name, byte[] bytes) => LabelledFiles.Read(_folder.Write("a" + name, bytes));
    }

    [Fact]
    public void Tabs_headers_and_quotes_are_as_the_options_say()
    {
        Assert.Equal(["b", "d"], LabelledFiles.Read(_folder.Write("a.tsv", "x\tbreed\na\tb\nc\td\n")));
        Assert.Equal(["b", "d"], LabelledFiles.Read(_folder.Write("b.txt", "a;b\nc;d"), new LabelFileOptions { LabelColumn = "1", Delimiter = "semicolon", HasHeader = false }));
        Assert.Equal(["\"b\""], LabelledFiles.Read(_folder.Write("c.csv", "breed\n\"b\"\n"), new LabelFileOptions { LabelColumn = "breed", Quoting = false }));
    }

    [Theory]
    [InlineData("a,breed\n1,x\n2\n", 1, 3, "the row ends after 1 of 2 fields")]
    [InlineData("a,breed\n1,x\n2,\n", 1, 3, "no label")]
    [InlineData("a,b\n1,x\n", -1, 0, "no column 'breed'")]
    [InlineData("a,breed\n1,x\n2,\"y\n", 1, 3, "never closed")]
    public void Faults_of_delimited_text_name_file_row_and_line(string text, long row, long line, string what)
    {
        string path = _folder.Write("a.csv", text);
        var error = Assert.Throws<LabelFileException>(() => LabelledFiles.Read(path));
        Assert.Equal((path, row, line), (error.Path, error.Row, error.Line));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"breed\":\"x\"}\n\n{\"breed\":null}", 1, 3, "null")]
    [InlineData("{\"breed\":\"x\"}\n{\"breed\":\"\"}", 1, 2, "empty")]
    [InlineData("{\"breed\":\"x\"}\n{\"b\":1}", 1, 2, "no such property")]
    [InlineData("{\"breed\":\"x\"}\n{\"breed\":\"y\"", 1, 2, "no JSON")]
    [InlineData("{\"breed\":\"x\"}\n{\"breed\":1,\"breed\":2}", 1, 2, "twice")]
    [InlineData("[1]", 0, 1, "no JSON object")]
    [InlineData("{\"breed\":{}}", 0, 1, "neither text")]
    public void Faults_of_json_lines_name_file_row_and_line(string text, long row, long line, string what)
    {
        string path = _folder.Write("a.jsonl", text);
        var error = Assert.Throws<LabelFileException>(() => LabelledFiles.Read(path));
        Assert.Equal((path, row, line), (error.Path, error.Row, error.Line));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_a_label_and_other_kinds_of_columns_are_named()
    {
        int row = Array.IndexOf(LabelledFiles.Texts(Rows), "Bengal, brown");
        var noLabel = Assert.Throws<LabelFileException>(() => LabelledFiles.Read(LabelledFiles.Parquet(_folder, "null.parquet", Rows, "null")));
        Assert.Equal((row, LabelledFiles.Column), (noLabel.Row, noLabel.Column));

        Assert.Contains("Double", Assert.Throws<LabelFileException>(() => LabelledFiles.Read(LabelledFiles.Parquet(_folder, "a.parquet", Rows, "double"))).Message, StringComparison.Ordinal);
        Assert.Contains("id, breed, half", Assert.Throws<LabelFileException>(() => LabelledFiles.Read(Create("parquet"), new LabelFileOptions { LabelColumn = "race" })).Message, StringComparison.Ordinal);
        Assert.Contains("none is named", Assert.Throws<LabelFileException>(() => LabelledFiles.Read(Create("arrow"), new LabelFileOptions())).Message, StringComparison.Ordinal);
        Assert.Throws<LabelFileException>(() => LabelFile.Open(_folder.Write("a.png", "x")));
        Assert.Throws<LabelFileException>(() => ColumnFile.Open(Create("csv")));
        Assert.Throws<FileNotFoundException>(() => LabelFile.Open(_folder.File("missing.csv")));
        Assert.Throws<LabelFileException>(() => LabelledFiles.Read(_folder.Write("a.i32", [1, 2, 3, 4, 5])));
    }

    [Theory]
    [InlineData("csv.gz")]
    [InlineData("csv.zst")]
    [InlineData("parquet")]
    [InlineData("arrow")]
    public void A_torn_or_changed_file_is_a_typed_error_or_the_same_labels(string kind)
    {
        byte[] good = File.ReadAllBytes(Create(kind));
        string[] labels = LabelledFiles.Texts(Rows);
        string name = "damaged." + kind;
        var random = new Random(77);
        for (int fault = 0; fault < 60; fault++)
        {
            bool isTorn = fault % 2 == 0;
            byte[] damaged = [.. good];
            int place = random.Next(good.Length);
            damaged[place] ^= (byte)(1 << random.Next(8));
            string path = _folder.Write(name, isTorn ? good[..place] : damaged);
            try
            {
                string[] read = LabelledFiles.Read(path);

                // Only gzip and Zstandard have checksums: a changed byte of a text, of another column or of padding is no fault that a format shows.
                Assert.True(!isTorn || read.Length == labels.Length || place == 0, $"{read.Length} rows of a file that ends at byte {place}");
                Assert.True(kind is "parquet" or "arrow" || read.SequenceEqual(labels), $"byte {place}");
            }
            catch (LabelFileException error)
            {
                Assert.Equal(path, error.Path);
            }
        }
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("arrow")]
    public void Groups_of_columns_have_the_rows_of_the_file(string kind)
    {
        string[] labels = LabelledFiles.Texts(Rows);
        using ColumnFile file = ColumnFile.Open(Create(kind));
        Assert.Equal(Rows, file.RowCount);
        Assert.True(file.GroupCount > 2);
        foreach (long row in (long[])[0, 999, 1000, 2047, 2048, Rows - 1])
        {
            ColumnGroup group = file.ReadGroup(file.GroupOf(row), "breed", "id");
            Assert.Equal(labels[row], group.Values<string>("breed")[(int)(row - group.FirstRow)]);
            Assert.Equal(row, group.Values<long>("id")[(int)(row - group.FirstRow)]);
            Assert.False(group.IsNull("id", 0));
            Assert.Equal(typeof(long), group.TypeOf("id"));
            Assert.Throws<ArgumentException>(() => group.Values<int>("id"));
            Assert.Throws<ArgumentException>(() => group.TypeOf("half"));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => file.GroupOf(Rows));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.ReadGroup(file.GroupCount));
        Assert.Throws<LabelFileException>(() => file.ReadGroup(0, "race"));
    }

    [Fact]
    public async Task Columns_that_cannot_be_null_are_read_too()
    {
        string path = _folder.File("required.parquet");
        var label = new Parquet.Schema.DataField<int>("label");
        var half = new Parquet.Schema.DataField<double>("half");
        await using (FileStream stream = File.Create(path))
        {
            await using Parquet.ParquetWriter writer = await Parquet.ParquetWriter.CreateAsync(new Parquet.Schema.ParquetSchema(label, half), stream);
            using Parquet.ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync<int>(label, new[] { 3, 1, 3 }.AsMemory());
            await group.WriteAsync<double>(half, new[] { 1.5, 0.5, 1.5 }.AsMemory());
        }

        Assert.Equal(["3", "1", "3"], LabelledFiles.Read(path, new LabelFileOptions { LabelColumn = "label" }));
        using ColumnFile file = ColumnFile.Open(path);
        Assert.Equal([1.5, 0.5, 1.5], file.ReadGroup(0).Values<double>("half").ToArray());
    }

    [Fact]
    public void Missing_values_are_told()
    {
        using ColumnFile file = ColumnFile.Open(LabelledFiles.Parquet(_folder, "null.parquet", Rows, "null"));
        string[] labels = LabelledFiles.Texts(Rows);
        ColumnGroup group = file.ReadGroup(0);
        Assert.Equal(["id", "breed", "half"], group.Columns);
        for (int row = 0; row < group.Count; row++)
        {
            Assert.Equal(labels[row] == "Bengal, brown", group.IsNull("breed", row));
            Assert.Equal(labels[row] == "Bengal, brown" ? null : labels[row], group.Values<string>("breed")[row]);
        }
    }

    private string Create(string kind) => kind switch
    {
        "csv" => LabelledFiles.Csv(_folder, "a.csv", Rows),
        "csv.gz" => LabelledFiles.Gzip(_folder, Create("csv")),
        "csv.zst" => LabelledFiles.Zstandard(_folder, Create("csv")),
        "jsonl" => LabelledFiles.JsonLines(_folder, "a.jsonl", Rows),
        "jsonl.gz" => LabelledFiles.Gzip(_folder, Create("jsonl")),
        "parquet" => LabelledFiles.Parquet(_folder, "a.parquet", Rows),
        "arrow" => LabelledFiles.Arrow(_folder, "a.arrow", Rows),
        _ => LabelledFiles.Arrow(_folder, "coded.arrow", Rows, isCoded: true),
    };
}
