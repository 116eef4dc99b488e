using System.Globalization;
using System.Text.Json;
using BalanceGen.Tests.RealData;
using BalanceGen.Tool.Tests.Inputs;

namespace BalanceGen.Tool.Tests.Commands;

/// <summary>weights, plan, split and sample give what the library gives, to the row and to the letter.</summary>
public sealed class SamplingCommandsTests
{
    /// <summary>With less memory than the rows take they go by way of the disk, and are the same.</summary>
    [Fact]
    public void A_limit_of_memory_changes_no_row()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "id,label\n" + string.Concat(Enumerable.Range(0, 20_000).Select(row => $"{row},{(row % 16 == 0 ? "rare" : "frequent")}\n")));
        ToolRun.Of("split", path, "-l", "label", "-o", folder.PathOf("all")).Succeeded();
        ToolRun.Of("split", path, "-l", "label", "--memory", "256MB", "-o", folder.PathOf("few")).Succeeded();
        foreach (string file in Directory.GetFiles(folder.PathOf("all")))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder.PathOf("few"), Path.GetFileName(file))));
        }

        Assert.Contains("'lots' is no size", ToolRun.Of("split", path, "-l", "label", "--memory", "lots", "-o", folder.PathOf("none")).FailedWith(2).Error, StringComparison.Ordinal);
    }

    /// <summary>A data set of rows with several labels has no such samplers: it is asked for its rows by their rarest label first.</summary>
    [Fact]
    public void Code_for_rows_with_several_labels_is_of_what_has_the_sampler()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "id,labels\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"{row},{(row % 20 == 0 ? "rain|snow" : "rain")}\n")));
        string[] input = [path, "-l", "labels", "--separator", "|"];

        Assert.StartsWith("data.ByRarestClass().BalancedSampler(seed: 42)", ToolRun.Of(["plan", .. input]).Succeeded().Output, StringComparison.Ordinal);
        Assert.StartsWith("data.RepeatFactorSampler(", ToolRun.Of(["plan", .. input, "--sampler", "repeat-factor"]).Succeeded().Output, StringComparison.Ordinal);
        string report = ToolRun.Of(["report", .. input, "--json"]).Succeeded().Output;
        Assert.Contains("data.ByRarestClass()", report, StringComparison.Ordinal);
        Assert.DoesNotContain("data.BalancedSampler", report, StringComparison.Ordinal);
        Assert.DoesNotContain("data.Batches", report, StringComparison.Ordinal);

        Assert.StartsWith("data.BalancedSampler(seed: 42)", ToolRun.Of("plan", path, "-l", "labels").Succeeded().Output, StringComparison.Ordinal);
    }

    /// <summary>90 MB of draws and an eighth of 256 MB for sorting: rows are dealt out on the disk, and come in the order of the draws, with the types that they had.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    [InlineData("jsonl")]
    public void Draws_of_more_rows_than_fit_in_memory_are_those_of_the_library(string format)
    {
        const int Rows = 24_000;
        using var folder = new Folder();
        using var database = new BalanceGen.Tool.Tables.Database();
        string path = folder.PathOf($"rows.{format}");
        string nested = format == "csv" ? "" : ", [i, NULL] AS list, {'a': i, 'b': 'x, \"y\"'} AS object";
        database.Execute($"COPY (SELECT i AS id, CASE WHEN i % 16 = 0 THEN 'rare' ELSE 'frequent' END AS label, repeat('long text ', 200) || i AS text{nested} FROM range({Rows}) r(i)) TO '{path}' (FORMAT {(format == "jsonl" ? "json" : format)})");
        RowIndex index = RowIndex.Build(new ClassSet("frequent", "rare"), [.. Enumerable.Range(0, Rows).Select(row => row % 16 == 0 ? 1 : 0)]);
        var sampler = new RandomOverSampler(index, 5);
        var expected = new int[sampler.EpochLength];
        sampler.Fill(0, expected);

        string output = folder.PathOf($"out.{format}");
        ToolRun.Of("sample", path, "-l", "label", "--sampler", "oversample", "--seed", "5", "--memory", "256MB", "-o", output).Succeeded();

        string columns = format == "csv" ? "" : ", list[1] = id AND list[2] IS NULL AND object.a = id AND object.b = 'x, \"y\"'";
        var found = new List<int>();
        database.Query(
            $"SELECT id, text = repeat('long text ', 200) || id{columns} FROM '{output}'",
            reader =>
            {
                found.Add((int)reader.GetInt64(0));
                Assert.True(reader.GetBoolean(1) && (columns.Length == 0 || reader.GetBoolean(2)));
            });
        Assert.Equal(expected, found);
        Assert.Equal(
            database.Describe($"'{path}'"),
            database.Describe($"'{output}'"));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Root).Length);
    }

    [Fact]
    public void Weights_are_those_of_the_library_in_every_form()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "label\na\na\na\nb\nb\nc\n");
        var counts = new ClassCounts(new ClassSet("a", "b", "c"), 3, 2, 1);
        double[] expected = ClassWeights.EffectiveNumber(counts, 0.9).WithLargestOne().Values.ToArray();
        string[] arguments = ["weights", path, "--scheme", "effective-number", "--beta", "0.9", "--scale", "largest-one"];

        JsonElement json = ToolRun.Of([.. arguments, "--json"]).Succeeded().Json.GetProperty("weights");
        Assert.Equal(expected, new[] { "a", "b", "c" }.Select(name => json.GetProperty(name).GetDouble()));

        string code = ToolRun.Of([.. arguments, "--as", "csharp"]).Succeeded().Output;
        Assert.Equal(expected, code.Split('\n').Where(line => line.Contains(", ", StringComparison.Ordinal)).Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture)));

        string python = ToolRun.Of([.. arguments, "--as", "python"]).Succeeded().Output;
        Assert.Contains($"1: {expected[1].ToString("R", CultureInfo.InvariantCulture)},  # b", python, StringComparison.Ordinal);
        Assert.StartsWith("ClassWeights.EffectiveNumber(counts, 0.9).WithLargestOne()\n", ToolRun.Of(arguments).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_an_empty_class_are_refused_in_the_words_of_the_library_unless_a_policy_says_what_they_are()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "label\na\nb\n");
        var counts = new ClassCounts(new ClassSet("a", "b", "c"), 1, 1, 0);
        string message = Assert.Throws<EmptyClassException>(() => ClassWeights.Balanced(counts)).Message;

        ToolRun refused = ToolRun.Of("weights", path, "--classes", "a,b,c").FailedWith(2);
        Assert.Equal($"error: {message}\n", refused.Error);

        JsonElement smoothed = ToolRun.Of("weights", path, "--classes", "a,b,c", "--zero-counts", "smooth:1", "--json").Succeeded().Json.GetProperty("weights");
        Assert.Equal(ClassWeights.Balanced(counts, ZeroCountPolicy.Smooth(1))[2], smoothed.GetProperty("c").GetDouble());
    }

    [Fact]
    public void Labels_that_are_no_class_are_refused_in_the_words_of_the_library_with_their_row()
    {
        using var folder = new Folder();
        string path = folder.Write("rows.csv", "label\na\nb\nx\n");
        ToolRun run = ToolRun.Of("split", path, "--classes", "a,b", "-o", folder.PathOf("out")).FailedWith(2);
        Assert.Equal($"error: {new UnknownLabelException("x", new ClassSet("a", "b"), 2).Message}\n", run.Error);
        Assert.False(Directory.Exists(folder.PathOf("out")));
    }

    [Theory]
    [InlineData("balanced")]
    [InlineData("weighted")]
    [InlineData("weighted-without-replacement")]
    [InlineData("stratified")]
    [InlineData("class-aware")]
    [InlineData("minimum-quota")]
    [InlineData("repeat-factor")]
    [InlineData("oversample")]
    [InlineData("undersample")]
    [InlineData("shuffle")]
    [InlineData("sequential")]
    public void Samples_and_plans_are_those_of_the_library(string kind)
    {
        using var folder = new Folder();
        (string path, string[] labels) = Cats(folder);
        var classes = new ClassSet("birman", "korat", "siamese");
        RowIndex index = RowIndex.Build(classes, labels.Select(classes.IndexOf).ToArray());
        (Sampler sampler, SamplerPlan plan) = Library(kind, index);

        ToolRun.Of("sample", path, "-l", "breed", "--sampler", kind, "--seed", "5", "--batch", "12", "--rows", "-o", folder.PathOf("rows.txt")).Succeeded();
        int[] expected = new int[sampler.EpochLength];
        sampler.Fill(0, expected);
        Assert.Equal(expected, File.ReadLines(folder.PathOf("rows.txt")).Select(line => int.Parse(line, CultureInfo.InvariantCulture)));

        Assert.Contains(plan.ToString(), ToolRun.Of("plan", path, "-l", "breed", "--sampler", kind, "--seed", "5", "--batch", "12").Succeeded().Output, StringComparison.Ordinal);

        // The rows themselves, from another draw on.
        ToolRun.Of("sample", path, "-l", "breed", "--sampler", kind, "--seed", "5", "--batch", "12", "--first-draw", "3", "--draws", "50", "-o", folder.PathOf("rows.csv")).Succeeded();
        sampler.Fill(3, expected = new int[50]);
        Assert.Equal(expected.Select(row => $"{row},{labels[row]}"), File.ReadLines(folder.PathOf("rows.csv")).Skip(1));
    }

    [Fact]
    public void Sides_and_folds_are_those_of_the_library()
    {
        using var folder = new Folder();
        (string path, string[] labels) = Cats(folder);
        var classes = new ClassSet("birman", "korat", "siamese");
        RowIndex index = RowIndex.Build(classes, labels.Select(classes.IndexOf).ToArray());

        ToolRun.Of("split", path, "-l", "breed", "--test", "0.25", "--seed", "3", "-o", folder.Root, "--rows").Succeeded();
        RowSplit split = StratifiedSplit.Of(index, 0.25, 3);
        Assert.Equal(RowsOf(split.Train), ReadRows(folder, "train.rows.txt"));
        Assert.Equal(RowsOf(split.Test), ReadRows(folder, "test.rows.txt"));

        ToolRun.Of("split", path, "-l", "breed", "--folds", "3", "--seed", "3", "-o", folder.Root, "--rows").Succeeded();
        StratifiedKFold folds = StratifiedKFold.Of(index, 3, 3);
        for (int fold = 0; fold < 3; fold++)
        {
            Assert.Equal(RowsOf(folds[fold].Train), ReadRows(folder, $"fold{fold + 1}-train.rows.txt"));
            Assert.Equal(RowsOf(folds[fold].Test), ReadRows(folder, $"fold{fold + 1}-test.rows.txt"));
        }

        ToolRun.Of("split", path, "-l", "breed", "--test", "0.25", "--seed", "3", "-o", folder.Root).Succeeded();
        Assert.Equal(RowsOf(split.Test).Select(row => $"{row},{labels[row]}"), File.ReadLines(folder.PathOf("test.csv")).Skip(1));
    }

    [Fact]
    public void Groups_lie_on_one_side_and_the_shares_come_near()
    {
        using var folder = new Folder();
        string[] rows = [.. Enumerable.Range(0, 600).Select(row => $"patient{row * 31 % 97},{(row % 10 == 0 ? "ill" : "well")}")];
        string path = folder.Write("scans.csv", "patient,finding\n" + string.Join('\n', rows) + "\n");
        JsonElement json = ToolRun.Of("split", path, "-l", "finding", "--test", "0.25", "--validation", "0.15", "--group", "patient", "-o", folder.Root, "--json").Succeeded().Json;
        string[][] subsets = [.. new[] { "train", "validation", "test" }.Select(name => File.ReadLines(folder.PathOf($"{name}.csv")).Skip(1).ToArray())];

        Assert.Equal(rows.Order(), subsets.SelectMany(subset => subset).Order());
        string[][] patients = [.. subsets.Select(subset => subset.Select(row => row.Split(',')[0]).Distinct().ToArray())];
        Assert.Equal(97, patients.Sum(subset => subset.Length));
        double[] wanted = [0.6, 0.15, 0.25];
        for (int subset = 0; subset < 3; subset++)
        {
            long[] counts = [.. json.GetProperty("subsets")[subset].GetProperty("rowsOfClasses").EnumerateArray().Select(count => count.GetInt64())];
            Assert.Equal([subsets[subset].Count(row => row.EndsWith(",ill", StringComparison.Ordinal)), subsets[subset].Count(row => row.EndsWith(",well", StringComparison.Ordinal))], counts);
            Assert.InRange(counts[0] / 60.0, wanted[subset] - 0.05, wanted[subset] + 0.05);
            Assert.InRange(counts[1] / 540.0, wanted[subset] - 0.05, wanted[subset] + 0.05);
        }
    }

    [RealDataFact]
    public void Split_files_of_real_data_have_the_rows_of_the_library_whatever_their_format()
    {
        using var folder = new Folder();
        foreach (RealDataset set in RealDataset.SingleLabelSets().Where(set => !set.IsCountList && set.Directory is "sms-spam" or "winequality" or "adult" or "abalone" or "yeast" or "glass"))
        {
            List<string> labels = set.ReadLabels();
            string[] arguments = RealCountsTests.Arguments(set);
            ToolRun.Of(["split", .. arguments, "--test", "0.3", "--seed", "11", "--rare-classes", "Spread", "-o", folder.Root]).Succeeded();
            ToolRun.Of(["split", .. arguments, "--test", "0.3", "--seed", "11", "--rare-classes", "Spread", "-o", folder.Root, "--rows"]).Succeeded();
            string file = Directory.EnumerateFiles(folder.Root, "test.*").Single(path => !path.EndsWith(".txt", StringComparison.Ordinal));

            Dictionary<string, long> counts = ToolRun.Counts([file, .. arguments[1..]]);
            Assert.Equal(
                ReadRows(folder, "test.rows.txt").GroupBy(row => labels[row]).Select(group => (group.Key, (long)group.Count())).OrderBy(pair => pair.Key, StringComparer.Ordinal),
                counts.Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
            File.Delete(file);
        }
    }

    private static (string Path, string[] Labels) Cats(Folder folder)
    {
        string[] labels = [.. Enumerable.Range(0, 240).Select(row => row % 40 == 7 ? "korat" : row % 5 == 0 ? "birman" : "siamese")];
        return (folder.Write("cats.csv", "id,breed\n" + string.Join('\n', labels.Select((label, row) => $"{row},{label}")) + "\n"), labels);
    }

    private static (Sampler Sampler, SamplerPlan Plan) Library(string kind, RowIndex index)
    {
        switch (kind)
        {
            case "balanced": var balanced = new BalancedSampler(index, 5); return (balanced, balanced.Plan);
            case "weighted": var weighted = new WeightedRandomSampler(index, 5); return (weighted, weighted.Plan);
            case "weighted-without-replacement": var race = new WeightedRandomSampler(index, 5, replacement: false); return (race, race.Plan);
            case "stratified": var stratified = new StratifiedRandomSampler(index, 5, 12); return (stratified, stratified.Plan);
            case "class-aware": var aware = new ClassAwareSampler(index, 5, 3, 4); return (aware, aware.Plan);
            case "minimum-quota": var quota = new MinimumQuotaSampler(index, 5, 12, [1, 1, 1]); return (quota, quota.Plan);
            case "repeat-factor": var repeat = new RepeatFactorSampler(index, 5, 0.001); return (repeat, repeat.Plan);
            case "oversample": var over = new RandomOverSampler(index, 5); return (over, over.Plan);
            case "undersample": var under = new RandomUnderSampler(index, 5); return (under, under.Plan);
            case "shuffle": var shuffle = new RandomSampler(index, 5); return (shuffle, shuffle.Plan);
            default: var sequential = new SequentialSampler(index); return (sequential, sequential.Plan);
        }
    }

    private static int[] RowsOf(RowIndex index) =>
        [.. Enumerable.Range(0, index.Classes.Count).SelectMany(classIndex => Enumerable.Range(0, (int)index.Counts[classIndex]).Select(place => index.RowOf(classIndex, place))).Order()];

    private static int[] ReadRows(Folder folder, string name) => [.. File.ReadLines(folder.PathOf(name)).Select(line => int.Parse(line, CultureInfo.InvariantCulture))];
}
