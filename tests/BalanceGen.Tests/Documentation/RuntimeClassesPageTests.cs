using System.Text.RegularExpressions;

namespace BalanceGen.Tests.Documentation;

/// <summary>The programs of docs/runtime-classes.md: those in C# are compiled and run here, the others are samples.</summary>
public sealed partial class RuntimeClassesPageTests
{
    private static readonly Row[] trainingRows = [.. Enumerable.Range(0, 170).Select(row => new Row($"row {row}", row % 17 == 0 ? "Birman" : "Siamese"))];

    [Fact]
    public void The_programs_of_the_page_are_the_ones_that_are_compiled_here() => DocumentedPage.AssertCompiled("runtime-classes.md", Path.Combine("Documentation", "RuntimeClassesPageTests.cs"));

    [Theory]
    [InlineData("fsharp", "RuntimeClasses.FSharp/Program.fs")]
    [InlineData("vb", "RuntimeClasses.VisualBasic/Program.vb")]
    public void The_programs_in_other_languages_are_the_samples(string language, string sample)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "runtime-classes.md")).ReplaceLineEndings("\n");
        Match program = Assert.Single(Block().Matches(page), block => block.Groups[1].Value == language);
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "samples", sample)).ReplaceLineEndings("\n"), program.Groups[2].Value);
    }

    [Fact]
    public void Classes_of_labels_and_a_function_make_a_data_set()
    {
        List<string> trained = [];

        ClassSet classes = ClassSet.OfLabels(trainingRows.Select(row => row.Label));      // the distinct labels, in ordinal order
        IndexedDataset<Row> data = IndexedDataset.Create(trainingRows, classes, row => row.Label);
        BalancedSampler sampler = data.BalancedSampler(seed: 42);
        foreach (Batch<Row> batch in data.Batches(sampler, batchSize: 4))
        {
            Train(batch.ToArray(), batch.ToLongClassIndices());
        }

        Assert.Equal(170, trained.Count);
        Assert.Equal(85, trained.Count(label => label == "Birman"));
        IEnumerable<Row> stream = trainingRows;
        Assert.NotEmpty(stream.Resample(ClassIndexer.Of(classes, (Row row) => row.Label), TargetDistribution.Uniform));

        void Train(Row[] rows, long[] classIndices)
        {
            Assert.Equal(rows.Select(row => row.Label), classIndices.Select(classIndex => classes[(int)classIndex]));
            trained.AddRange(rows.Select(row => row.Label));
        }
    }

    [Fact]
    public void Counts_and_weights_are_read_by_name()
    {
        ClassSet classes = ClassSet.OfLabels(trainingRows.Select(row => row.Label));
        using var lines = new StringWriter { NewLine = "\n" };
        var Console = new Lines(lines);

        ClassCounts counts = ClassCounts.Of(classes, trainingRows.CountBy(row => row.Label));
        ClassWeights weights = ClassWeights.Balanced(counts);
        Console.WriteLine($"{counts["Birman"]} rows, weight {weights["Birman"]}");
        foreach ((string name, long count) in counts)
        {
            Console.WriteLine($"{name}: {count}");
        }

        float[] forTheLoss = weights.ToSingles();
        Dictionary<string, long> byName = counts.ToDictionary();

        Assert.Equal("10 rows, weight 8.5\nBirman: 10\nSiamese: 160\n", lines.ToString());
        Assert.Equal([8.5f, 0.53125f], forTheLoss);
        Assert.Equal(160, byName["Siamese"]);

        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.classcounts.csv");
        try
        {
            ClassCountFiles.Write(path, counts);
            ClassCounts same = ClassCountFiles.Read(path, classes);
            ClassCounts ofFile = ClassCountFiles.Read(path);                    // its labels are the classes

            Assert.Equal(counts, same);
            Assert.Equal(counts, ofFile);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_row_index_is_enough()
    {
        using var lines = new StringWriter { NewLine = "\n" };
        var Console = new Lines(lines);

        RowIndex index = RowIndex.Build(ClassSet.Numbered(3), [0, 0, 0, 0, 1, 1, 2]);
        var sampler = new BalancedSampler(index, seed: 42);
        foreach (int row in sampler.Epoch(0))
        {
            Console.WriteLine($"row {row}, class {index.ClassOf(row)}");
        }

        (RowIndex train, RowIndex test) = StratifiedSplit.Of(index, testShare: 0.3, seed: 1, RareClassPolicy.KeepInTrain);

        Assert.Equal(7, lines.ToString().Count(character => character == '\n'));
        Assert.Equal((5, 2), (train.RowCount, test.RowCount));
        Assert.True(train.Contains(6));
    }

    [Fact]
    public void An_indexer_of_ones_own_is_taken_by_data_sets_and_streams()
    {
        Review[] reviews = [new(5), new(1), new(5)];
        TargetDistribution target = TargetDistribution.Proportional(1, 0, 0, 0, 1);
        Assert.Equal([1, 0, 0, 0, 2], IndexedDataset.Create(reviews, default(StarsIndexer)).Counts.Values);
        Assert.Equal(3, reviews.Resample(default(StarsIndexer), target, oversampling: 0, undersampling: 0).Count());
        Assert.Equal("0 stars", Assert.Throws<UnknownLabelException>(() => IndexedDataset.Create([new Review(0)], default(StarsIndexer))).Label);
    }

    [GeneratedRegex("```(\\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    public readonly record struct Review(int Stars);

    public readonly struct StarsIndexer : IClassIndexer<Review>
    {
        private static readonly ClassSet Stars = ClassSet.Range(1, 5);

        public ClassSet Classes => Stars;

        public int IndexOf(in Review review) => review.Stars is >= 1 and <= 5 ? review.Stars - 1 : ClassIndex.Unknown;

        public string DescribeLabel(in Review review) => $"{review.Stars} stars";
    }

    private sealed record Row(string Text, string Label);

    /// <summary>What the programs write to the console.</summary>
    private sealed class Lines(TextWriter writer)
    {
        public void WriteLine(FormattableString line) => writer.WriteLine(line.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
