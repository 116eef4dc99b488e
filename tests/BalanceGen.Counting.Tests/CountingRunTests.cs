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
        Assert.Equal(4, _folder.GetFiles().Length);
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
