using BalanceGen.Generators.Tests.Harness;
using static Microsoft.CodeAnalysis.IncrementalStepRunReason;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>Counts of rows that may have several labels: for each class the rows that have it.</summary>
public sealed class MultiLabelKnownCountsTests
{
    private const string Comment = """
        using System;
        using System.Linq;
        using BalanceGen;
        [Flags] public enum Emotions { None = 0, Joy = 1, Anger = 2, Rage = Anger, Fear = 4, All = 7 }
        [BalancedDataset(ClassCounts = "comments.classcounts.csv")] public partial record Comment(string Text, [ClassLabel(Encoding = LabelEncoding.Set)] Emotions Emotions);
        """;

    [Fact]
    public void Counts_of_labels_are_baked_and_rows_are_compared_with_them()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/comments.classcounts.csv", "label,count\nJoy,3\nRage,1\n4,1"),
            $$"""
            {{Comment}}
            public static class Probe
            {
                private static readonly Comment[] Known = [new("a", Emotions.Joy), new("b", Emotions.Joy | Emotions.Anger), new("c", Emotions.None), new("d", Emotions.Joy | Emotions.Fear)];
                public static string Run()
                {
                    ClassCounts counts = Comment.Classes.Index(Known).Counts.RowsWithClass;
                    return string.Join(" | ",
                        string.Join(' ', [.. Comment.Classes.KnownCounts.Values]) + " of " + Comment.Classes.KnownCounts.LabelCount + " " + Comment.Classes.KnownCounts.ImbalanceRatio,
                        Comment.Classes.KnownCounts.BalancedWeights.SequenceEqual(ClassWeights.Balanced(counts).Values)
                            && Comment.Classes.KnownCounts.MedianFrequencyWeights.SequenceEqual(ClassWeights.MedianFrequency(counts).Values)
                            && Comment.Classes.KnownCounts.LabelCount == counts.Total,
                        string.Join(", ", Comment.Classes.VerifyCounts(Known)),
                        string.Join(", ", Comment.Classes.VerifyCounts([.. Known, new("e", Emotions.All)])));
                }
            }
            """);

        Assert.Equal("3 1 1 of 5 3 | True |  | 'Joy': 4 rows, 3 expected, 'Anger': 2 rows, 1 expected, 'Fear': 2 rows, 1 expected", loaded.Call());
        Assert.Null(loaded.Type("Comment+Classes+KnownCounts").GetProperty("Tables"));
        Assert.Null(loaded.Type("Comment+Classes+KnownCounts").GetField("Total"));
    }

    [Fact]
    public void Counts_come_from_attributes_and_from_the_build_too()
    {
        using var loaded = new LoadedAssembly(
            new ProjectFiles().With("/obj/B.classcounts.csv", "label,count\nx,3\ny,4\nunsure,9", dataset: "B"),
            """
            using System;
            using BalanceGen;
            [Flags] public enum Emotions { None = 0, Joy = 1, Anger = 2 }
            [BalancedDataset, ClassCount(Emotions.Joy, 5), ClassCount(Emotions.Anger, 6)] public partial record struct A([ClassLabel(Encoding = LabelEncoding.Set)] Emotions Label);
            [BalancedDataset, IgnoredClass("unsure")] public partial record struct B([ClassLabel("x", "unsure", "y", Encoding = LabelEncoding.Set)] string[] Label);
            [BalancedDataset, ClassColumns("C1", "C2", Encoding = LabelEncoding.MultiHot), ClassCount("C1", 7), ClassCount("C2", 8)] public partial record struct C(bool C1, bool C2);
            public static class Probe
            {
                public static string Run() => string.Join(' ', [.. A.Classes.KnownCounts.Values, .. B.Classes.KnownCounts.Values, .. C.Classes.KnownCounts.Values])
                    + " " + B.Classes.VerifyCounts([new(["unsure", "x"])]).Count;
            }
            """);

        Assert.Equal("5 6 3 4 7 8 2", loaded.Call());
    }

    [Theory]
    [InlineData("joy,3\nwet,5", "3 5")]
    [InlineData("joy,3\nrain,5", "3 5")]
    [InlineData("joy,3\nrain,5\nsnow,2", null)]
    [InlineData("joy,3\nwet,5\nsnow,2", null)]
    public void Rows_with_two_labels_of_a_merged_class_are_not_known_from_the_counts_of_the_labels(string file, string? expected)
    {
        ProjectFiles files = new ProjectFiles().With("/a.classcounts.csv", file);
        const string Source = """
            using BalanceGen;
            [BalancedDataset(ClassCounts = "a.classcounts.csv"), MergedClass("wet", "rain", "snow")]
            public partial record struct A([ClassLabel("joy", "rain", "snow", Encoding = LabelEncoding.Set)] string[] Label);
            """;

        string text = GeneratorRun.Of(files, Source).Text();

        Assert.Equal(expected is null, text.Contains("The counts of 'A' are not known, because ", StringComparison.Ordinal));
        Assert.Equal(expected is not null, text.Contains($"Values => [{expected?.Replace(" ", ", ", StringComparison.Ordinal)}]", StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_the_file_emits_its_record_again_and_no_other()
    {
        ProjectFiles files = new ProjectFiles()
            .With("/comments.classcounts.csv", "Joy,3\nAnger,1\nFear,1")
            .With("/b.classcounts.csv", "true,2\nfalse,2");
        GeneratorRun first = GeneratorRun.Of(
            files,
            Comment,
            "using BalanceGen; [BalancedDataset(ClassCounts = \"b.classcounts.csv\")] public partial record struct B([ClassLabel] bool Label);");

        GeneratorRun edited = first.EditFile(files["/comments.classcounts.csv"], ProjectFiles.TextOf("/comments.classcounts.csv", "Joy,3\nAnger,1\nFear,2"));

        Assert.Equal([Modified, Unchanged], edited.Reasons(TrackingNames.CountedTargets));
        Assert.Equal([Modified, Cached], edited.OutputReasons());
    }
}
