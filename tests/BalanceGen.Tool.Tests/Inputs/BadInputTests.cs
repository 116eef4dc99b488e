using System.Globalization;
using System.Text;

namespace BalanceGen.Tool.Tests.Inputs;

/// <summary>What is wrong with an input is said with its place and a remedy; nothing is left half-written.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("id,label\n1,a\n2,b,c\n", "(3,5): error: the row has more than the 2 fields")]
    [InlineData("id,label\n1,a\n2\n", "(3,2): error: the row ends after 1 of 2 fields")]
    [InlineData("id,label\n1,\"a\n2,b\n", "(2,3): error: the quote that opens here is never closed")]
    [InlineData("", ": error: the file is empty")]
    [InlineData("id,label\n", ": error: the file has no row to count")]
    public void Damaged_text_is_an_error_with_line_and_column(string text, string message)
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", text);
        ToolRun run = ToolRun.Of("count", path, "-l", "label", "--delimiter", ",", "--quotes", "yes", "--header", "yes").FailedWith(2);
        Assert.StartsWith(path + message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Missing_column_and_missing_file_say_what_there_is()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "id,breed\n1,a\n");
        Assert.Contains("there is no column 'bred'; the columns are: ", ToolRun.Of("count", path, "-l", "bred").FailedWith(2).Error, StringComparison.Ordinal);
        Assert.Equal($"{path}x: error: there is no such file or folder; look at the name\n", ToolRun.Of("count", path + "x").FailedWith(2).Error);
        Assert.Equal("error: there is no option '--lable'; --help lists the options\n", ToolRun.Of("count", path, "--lable", "breed").FailedWith(2).Error);
        Assert.Contains("which column is the label?", ToolRun.Of("count", folder.Write("x.csv", "a,b\n1,2\n")).FailedWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_command_leaves_no_file()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "label\na\na\nb\n");
        ToolRun.Of("split", path, "--folds", "2", "-o", folder.PathOf("out")).FailedWith(2);
        ToolRun.Of("report", path, "-o", folder.PathOf("report.html"), "-o", folder.PathOf("report.pdf")).FailedWith(2);
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories).Where(entry => !Directory.Exists(entry)));
    }

    [Fact]
    public async Task Cancelled_command_leaves_no_file()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "label\n" + string.Concat(Enumerable.Repeat("a\nb\n", 5000)));
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        int code = await BalanceGen.Tool.Commands.ToolCommands.RunAsync(["sample", path, "-o", folder.PathOf("out.csv")], output, error, isTerminal: false, source.Token);
        Assert.Equal(130, code);
        Assert.Equal([path], Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Mutated_files_never_crash_the_tool()
    {
        int cases = int.TryParse(Environment.GetEnvironmentVariable("BALANCEGEN_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int more) ? more : 200;
        using var folder = new Folder();
        using var database = new BalanceGen.Tool.Tables.Database();
        string csv = folder.Write("rows.csv", "id,text,label\n1,\"a, \"\"b\"\"\",cat\n2,x,dog\n3,\"line\nbreak\",cat\n4,é,\n" + string.Concat(Enumerable.Range(5, 60).Select(row => $"{row},text {row},{(row % 3 == 0 ? "cat" : "dog")}\n")));
        database.Execute($"COPY (SELECT * FROM read_csv('{csv}', all_varchar = true, header = true)) TO '{folder.PathOf("rows.parquet")}' (FORMAT parquet)");
        folder.Write("rows.jsonl", string.Concat(Enumerable.Range(0, 40).Select(row => $"{{\"id\":{row},\"label\":\"{(row % 3 == 0 ? "cat" : "dog")}\"}}\n")));
        folder.Write("coco.json", """{"images":[{"id":1}],"annotations":[{"image_id":1,"category_id":2},{"image_id":1,"category_id":1}],"categories":[{"id":1,"name":"cat"},{"id":2,"name":"dog"},{"id":3,"name":"empty"}]}""");
        folder.Write("labels.npy", NumpyText.Of(["cat", "dog", "cat"]));
        folder.Write("rows.classcounts.csv", "label,count\ncat,10\ndog,0\n");
        ArrowText.Write(folder.PathOf("rows.arrow"), [.. Enumerable.Range(0, 40).Select(row => row % 3 == 0 ? "cat" : "dog")]);
        string[] files = ["rows.csv", "rows.parquet", "rows.jsonl", "coco.json", "labels.npy", "rows.classcounts.csv", "rows.arrow"];
        byte[][] originals = [.. files.Select(file => File.ReadAllBytes(folder.PathOf(file)))];
        for (int number = 0; number < cases; number++)
        {
            var random = new Random(number);
            int file = number % files.Length;
            byte[] bytes = Mutate((byte[])originals[file].Clone(), random);
            string path = folder.Write("mutated-" + files[file], bytes);
            foreach (string command in (string[])["count", "report"])
            {
                ToolRun run = ToolRun.Of(command, path, "--quiet", "--json");

                // Either the input is refused with a message that names it, or it is used.
                Assert.True(run.ExitCode is 0 or 2, $"case {number}: exit code {run.ExitCode}\n{run.Error}");
                Assert.True(run.ExitCode == 0 || run.Error.Contains("error: ", StringComparison.Ordinal), $"case {number}: {run.Error}");
            }
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        for (int change = random.Next(1, 4); change > 0 && bytes.Length > 1; change--)
        {
            int place = random.Next(bytes.Length);
            switch (random.Next(5))
            {
                case 0: bytes[place] = (byte)random.Next(256); break;
                case 1: bytes = bytes[..place]; break;
                case 2: bytes = [.. bytes[..place], .. bytes[Math.Min(bytes.Length, place + random.Next(1, 9))..]]; break;
                case 3: bytes = [.. bytes[..place], .. Encoding.UTF8.GetBytes("\"\n,;\t\0é"[random.Next(7)..]), .. bytes[place..]]; break;
                default: bytes = [.. bytes[..place], .. bytes[random.Next(bytes.Length)..]]; break;
            }
        }

        return bytes;
    }
}
