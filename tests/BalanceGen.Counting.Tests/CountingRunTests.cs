using System.IO.Compression;
using System.Text;
using BalanceGen.Tests;

namespace BalanceGen.Counting.Tests;

public sealed class CountingRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("balancegen-counting-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Rows_of_all_files_are_counted_together_into_a_class_count_file()
    {
        string first = Write("a.csv", "x,y\n1,b\n2,\"a,1\"\n3, c\n");
        string second = Write("b.tsv", "b\t\"\nb\t\"\n");

        (bool succeeded, string errors) = Run($"file={first}\nlabelColumn=y\ndelimiter=\nhasHeader=\nquoting=\nfile={second}\nlabelColumn=0\ndelimiter=tab\nhasHeader=false\nquoting=False\n");

        Assert.True(succeeded, errors);
        Assert.Equal("", errors);
        Assert.Equal("label,count\n c,1\n\"a,1\",1\nb,3\n", File.ReadAllText(Output));
        Assert.Equal("label,count"u8.ToArray(), File.ReadAllBytes(Output)[..11]);
        Assert.Equal(6, _folder.GetFiles().Length);
    }

    [Theory]
    [InlineData("train.csv.gz")]
    [InlineData("train.csv")]
    public void Gzip_is_recognised_by_its_content(string name)
    {
        string path = Write(name, Zip("x,y\n1,a\n"));

        Assert.True(Run($"file={path}\nlabelColumn=y\n").Succeeded);
        Assert.Equal("label,count\na,1\n", File.ReadAllText(Output));
    }

    [Fact]
    public void Text_with_the_name_of_gzip_is_counted()
    {
        Assert.True(Run($"file={Write("train.csv.gz", "x,y\n1,a\n")}\nlabelColumn=y\n").Succeeded);
    }

    [Fact]
    public void Truncated_or_damaged_gzip_is_an_error_at_every_length()
    {
        byte[] zipped = Zip("x,y\n" + string.Concat(Enumerable.Range(0, 50).Select(row => $"{row * 7919},a\n")));
        for (int length = 0; length < zipped.Length; length++)
        {
            Assert.False(Run($"file={Write("t.gz", zipped[..length])}\nlabelColumn=y\n").Succeeded, $"{length} of {zipped.Length} bytes");
        }

        byte[] damaged = [.. zipped];
        damaged[zipped.Length / 2] ^= 0x10;
        Assert.False(Run($"file={Write("t.gz", damaged)}\nlabelColumn=y\n").Succeeded);
    }

    [Fact]
    public void Mutated_gzip_gives_an_error_or_the_right_counts()
    {
        byte[] zipped = Zip("x,y\n" + string.Concat(Enumerable.Range(0, 50).Select(row => $"{row * 7919},{(row % 3 == 0 ? "a" : "b")}\n")));
        var random = new Random(20_261_124);
        int errors = 0;
        for (int number = 0; number < 2_000; number++)
        {
            byte[] mutated = [.. zipped];
            mutated[random.Next(mutated.Length)] ^= (byte)random.Next(1, 256);
            if (Run($"file={Write("t.gz", mutated)}\nlabelColumn=y\n").Succeeded)
            {
                Assert.Equal("label,count\na,17\nb,33\n", File.ReadAllText(Output));
            }
            else
            {
                errors++;
            }
        }

        Assert.InRange(errors, 1_000, 1_999);
    }

    [Fact]
    public void What_is_wrong_with_gzip_is_named()
    {
        byte[] zipped = Zip("x,y\n" + string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{row * 7919},a\n")));

        Assert.Contains("BALG0301: the gzip file is damaged, its checksum is wrong: 0x", GzipError(Changed(zipped, ^6)), StringComparison.Ordinal);
        Assert.Contains("BALG0301: the gzip file is damaged, its length is wrong: ", GzipError(Changed(zipped, ^2)), StringComparison.Ordinal);
        Assert.Contains("BALG0301: the gzip file is cut off", GzipError(zipped[..^3]), StringComparison.Ordinal);
        Assert.Contains("BALG0301: the gzip file is damaged", GzipError(Changed(zipped, zipped.Length / 2)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100_000)]
    public void Bytes_behind_the_end_of_gzip_are_refused(int length)
    {
        byte[] zipped = Zip("x,y\n1,a\n");

        Assert.Contains("BALG0301: there are bytes behind the end of the gzip data", GzipError([.. zipped, .. new byte[length]]), StringComparison.Ordinal);
        Assert.Contains("BALG0301: there are bytes behind the end of the gzip data", GzipError([.. zipped, .. Enumerable.Repeat((byte)'x', length)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Gzip_of_several_members_is_one_file()
    {
        Assert.True(Run($"file={Write("t.gz", [.. Zip("x,y\n1,a\n"), .. Zip("2,b\n")])}\nlabelColumn=y\n").Succeeded);
        Assert.Equal("label,count\na,1\nb,1\n", File.ReadAllText(Output));
    }

    [Theory]
    [InlineData("PAR1\u0015\u0004\u0015\u0010", "is a Parquet file, and not text with one row a line; add the package BalanceGen.Counting.Parquet, which counts it, or count its labels elsewhere, for example with DuckDB: ")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "is a zip archive or a spreadsheet, and not text with one row a line; unpack it")]
    [InlineData("SQLite format 3\0", "is a SQLite database, ")]
    [InlineData("ORC\u0011\0", "is an ORC file, ")]
    public void Files_of_other_formats_are_named_with_what_to_do(string head, string message) =>
        Assert.Contains($" : error BALG0303: the file {message}", Run($"file={Write("train.bin", Encoding.Latin1.GetBytes(head + "0123456789"))}\nlabelColumn=y\n").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'x', 0 }, "is UTF-16 text, and not text with one row a line; save it as UTF-8")]
    [InlineData(new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 4 }, "is packed with zstd, and not text with one row a line; add the package BalanceGen.Counting.Parquet")]
    public void Packed_and_differently_encoded_text_is_named(byte[] head, string message) =>
        Assert.Contains($"BALG0303: the file {message}", Run($"file={Write("train.bin", head)}\nlabelColumn=y\n").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("PAR1,y\n1,a\n")]
    [InlineData("ORC,y\n1,a\n")]
    [InlineData("BZh,y\n1,a\n")]
    public void Columns_may_be_called_like_formats(string text) =>
        Assert.True(Run($"file={Write("train.csv", text)}\nlabelColumn=y\n").Succeeded);

    [Fact]
    public void Folder_and_pattern_are_told_what_they_are()
    {
        Assert.Contains(
            $"{_folder.FullName} : error BALG0301: this is a folder; name its files, for example with Include=\"{_folder.Name}/*.csv\"",
            Run($"file={_folder.FullName}\nlabelColumn=y\n").Errors,
            StringComparison.Ordinal);
        Assert.Contains("error BALG0301: no file has a name of this pattern", Run($"file={_folder.FullName}/**/*.csv\nlabelColumn=y\n").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_that_cannot_be_written_is_no_fault_of_the_training_file()
    {
        Directory.CreateDirectory(Output);

        Assert.StartsWith(
            $"{Output} : error BALG0308: the counts of the labels cannot be written: ",
            Run($"file={Write("train.csv", "x,y\n1,a\n")}\nlabelColumn=y\n").Errors,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p,a\nq,b\nr,a\n", "1")]
    [InlineData("\"a\",x\nb,x\na,x", "0")]
    public void Header_that_is_one_of_the_labels_is_an_error_that_says_what_to_declare(string text, string column)
    {
        string file = Write("train.csv", text);

        Assert.Contains($"{file}(1,1): error BALG0304: this row was taken as the header, but 'a' is one of the labels; set HasHeader=\"false\"", Run($"file={file}\nlabelColumn={column}\n").Errors, StringComparison.Ordinal);
        Assert.True(Run($"file={file}\nlabelColumn={column}\nhasHeader=true\n").Succeeded);
        Assert.True(Run($"file={file}\nlabelColumn={column}\nhasHeader=false\n").Succeeded);
        Assert.True(Run($"file={Write("named.csv", "x,a\n1,a\n")}\nlabelColumn=a\n").Succeeded);
    }

    [Fact]
    public void First_place_of_each_label_and_headers_that_nobody_named_are_written_beside_the_counts()
    {
        string first = Write("1.csv", "x,y\n1,b\n\n2,\"a\n3\"\n");
        string second = Write("2.csv", "x,kind\n1,b\n2,c\n");

        Assert.True(Run($"file={first}\nlabelColumn=y\nfile={second}\nlabelColumn=1\n").Succeeded);

        Assert.Equal(
            $"header,kind,{second},1\nlabel,\"a\n3\",{first},4\nlabel,b,{first},2\nlabel,c,{second},3\n",
            File.ReadAllText(Path.Combine(_folder.FullName, "out.classcounts.places")));
    }

    [Theory]
    [InlineData("'a',1\n'b, ''c''',2\n'a',3\n", "a,2\n\"b, 'c'\",1\n")]
    [InlineData("a,1\n'b \"c\"','2'\n", "a,1\n\"b \"\"c\"\"\",1\n")]
    public void Apostrophes_quote_where_the_item_says_so(string text, string counts)
    {
        Assert.True(Run($"file={Write("train.csv", text)}\nlabelColumn=0\nhasHeader=false\nquoting=single\n").Succeeded);
        Assert.Equal("label,count\n" + counts, File.ReadAllText(Output));
    }

    [Fact]
    public void Advice_for_apostrophes_is_right()
    {
        string file = Write("train.csv", "'a',1\n'b, c',2\n");

        string errors = Run($"file={file}\nlabelColumn=0\nhasHeader=false\n").Errors;

        Assert.EndsWith(" Where apostrophes quote, set Quoting=\"single\"\n", errors, StringComparison.Ordinal);
        Assert.True(Run($"file={file}\nlabelColumn=0\nhasHeader=false\nquoting=single\n").Succeeded);
    }

    [Theory]
    [InlineData("|", "1,a|b\n2,b\n3,\n4, b | c |b\n", "a,1\nb,3\nc,1\n")]
    [InlineData("semicolon", "1,a;b\n2,b\n", "a,1\nb,2\n")]
    public void Labels_of_one_row_are_taken_apart_and_count_once_each(string separator, string rows, string counts)
    {
        Assert.True(Run($"file={Write("train.csv", "x,y\n" + rows)}\nlabelColumn=y\nlabelSeparator={separator}\n").Succeeded);
        Assert.Equal("label,count\n" + counts, File.ReadAllText(Output));
    }

    private string GzipError(byte[] bytes) => Run($"file={Write("t.gz", bytes)}\nlabelColumn=y\n").Errors;

    private static byte[] Changed(byte[] bytes, Index place)
    {
        byte[] changed = [.. bytes];
        changed[place] ^= 0x10;
        return changed;
    }

    [Fact]
    public void Error_has_the_format_that_builds_recognise_and_leaves_no_output()
    {
        string path = Write("train.csv", "x,y\n1,a\n2\n");
        File.WriteAllText(Output, "label,count\na,1\n");

        (bool succeeded, string errors) = Run($"file={path}\nlabelColumn=y\n");

        Assert.False(succeeded);
        Assert.Equal($"{path}(3,2): error BALG0302: the row ends after 1 of 2 fields\n", errors);
        Assert.False(File.Exists(Output));
    }

    [Fact]
    public void Every_file_with_an_error_is_named()
    {
        string malformed = Write("a.csv", "x,y\n1\n");
        string empty = Write("b.csv", "");
        string absent = Path.Combine(_folder.FullName, "absent.csv");

        string[] errors = Run(string.Concat(new[] { malformed, empty, absent }.Select(path => $"file={path}\nlabelColumn=y\n"))).Errors.TrimEnd().Split('\n');

        Assert.StartsWith($"{malformed}(2,2): error BALG0302: ", errors[0], StringComparison.Ordinal);
        Assert.StartsWith($"{empty} : error BALG0306: ", errors[1], StringComparison.Ordinal);
        Assert.StartsWith($"{absent} : error BALG0301: ", errors[2], StringComparison.Ordinal);
        Assert.Equal(3, errors.Length);
    }

    [Theory]
    [InlineData("delimiter=::")]
    [InlineData("hasHeader=perhaps")]
    [InlineData("quoting=2")]
    [InlineData("colour=red")]
    public void Value_that_is_not_understood_is_an_error(string line)
    {
        Assert.Contains(": error BALG0304: ", Run($"file={Write("a.csv", "y\na\n")}\nlabelColumn=y\n{line}\n").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_id_has_a_documentation_page()
    {
        string[] ids = [.. typeof(CountingErrorId).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", "rules", id + ".md")), id));
    }

    private string Output => Path.Combine(_folder.FullName, "out.classcounts.csv");

    private (bool Succeeded, string Errors) Run(string files)
    {
        using var errors = new StringWriter { NewLine = "\n" };
        bool succeeded = CountingRun.Run(Write("request.txt", $"output={Output}\n{files}"), errors);
        return (succeeded, errors.ToString());
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Zip(string text)
    {
        var stream = new MemoryStream();
        using (var zipped = new GZipStream(stream, CompressionLevel.Optimal))
        {
            zipped.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
