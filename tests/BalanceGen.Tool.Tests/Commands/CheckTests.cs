using System.Text.Json;

namespace BalanceGen.Tool.Tests.Commands;

public sealed class CheckTests
{
    private const string Cats = "breed\nsiamese\nsiamese\nsiamese\nsiamese\nbirman\nbirman\nkorat\n";

    [Theory]
    [InlineData(0, "--min-rows", "1")]
    [InlineData(1, "--min-rows", "2")]
    [InlineData(0, "--max-ratio", "4")]
    [InlineData(1, "--max-ratio", "3.9")]
    [InlineData(0, "--max-share", "0.6")]
    [InlineData(1, "--max-share", "0.5")]
    [InlineData(0, "--no-new", "--classes", "siamese,birman,korat")]
    [InlineData(1, "--no-new", "--classes", "siamese,birman")]
    [InlineData(1, "--no-empty", "--classes", "siamese,birman,korat,manx")]
    [InlineData(0)]
    [InlineData(2, "--no-new")]
    [InlineData(2, "--max-drift", "0.1")]
    [InlineData(2, "--no-such-option")]
    public void Exit_code_says_whether_the_limits_are_kept(int code, params string[] options)
    {
        using var folder = new Folder();
        ToolRun.Of(["check", folder.Write("cats.csv", Cats), .. options]).FailedWith(code);
    }

    [Fact]
    public void Violation_names_the_file_the_rule_and_the_classes()
    {
        using var folder = new Folder();
        string path = folder.Write("cats.csv", Cats);
        Assert.Equal($"{path}: error min-rows: 2 classes have fewer than 3 rows: korat (1), birman (2)\n", ToolRun.Of("check", path, "--min-rows", "3").FailedWith(1).Output);
        Assert.Equal(
            $"::error file={path},title=balancegen min-rows::2 classes have fewer than 3 rows: korat (1), birman (2)\n",
            ToolRun.Of("check", path, "--min-rows", "3", "--annotations").FailedWith(1).Output);
    }

    [Fact]
    public void Sarif_has_the_rule_the_message_and_the_file()
    {
        using var folder = new Folder();
        string path = folder.Write("cats.csv", Cats);
        ToolRun.Of("check", path, "--max-ratio", "2", "--sarif", folder.PathOf("check.sarif")).FailedWith(1);
        JsonElement run = JsonDocument.Parse(File.ReadAllText(folder.PathOf("check.sarif"))).RootElement.GetProperty("runs")[0];
        JsonElement result = run.GetProperty("results")[0];
        Assert.Equal("max-ratio", result.GetProperty("ruleId").GetString());
        Assert.Equal("max-ratio", run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Contains("siamese has 4 rows, korat 1", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(new Uri(path).AbsoluteUri, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void Drift_from_a_reference_is_measured_with_its_statistic()
    {
        using var folder = new Folder();
        string train = folder.Write("train.csv", Cats);
        string today = folder.Write("today.csv", "breed\n" + string.Concat(Enumerable.Repeat("korat\n", 50)));
        ToolRun.Of("check", train, "--reference", train, "--max-drift", "0.0001", "--min-p", "0.99").FailedWith(0);
        ToolRun run = ToolRun.Of("check", today, "--reference", train, "--max-drift", "0.1", "--min-p", "0.01").FailedWith(1);
        Assert.Contains("max-drift", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 degrees of freedom", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_finds_missing_classes_and_rows_in_two_splits()
    {
        using var folder = new Folder();
        string train = folder.Write("train.csv", "id,size,breed\n1,10,siamese\n2,11,siamese\n3,12,birman\n4,13,korat\n");
        string test = folder.Write("test.csv", "id,size,breed\n3,20,siamese\n8,11,siamese\n9,30,birman\n");
        JsonElement json = ToolRun.Of("compare", train, test, "-l", "breed", "--id", "id", "--json").Succeeded().Json;
        Assert.Equal("""[[],["korat"]]""", JsonSerializer.Serialize(json.GetProperty("missingClasses")));
        Assert.Equal([("the id id", 1L, "row 0"), ("the column size", 1L, "row 1")], json.GetProperty("leaks").EnumerateArray().Select(leak =>
            (leak.GetProperty("comparedBy").GetString()!, leak.GetProperty("rows").GetInt64(), leak.GetProperty("examples")[0].GetString()!)));
        Assert.StartsWith("Leaking: 2 rows are in two splits.\n", ToolRun.Of("compare", train, test, "-l", "breed", "--id", "id").Succeeded().Output, StringComparison.Ordinal);
    }
}
