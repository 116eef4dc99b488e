using BalanceGen.Generators.Rules;
using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Diagnostics;

/// <summary>The rules about counts and shares see the classes that remain: "Wet" of two labels, "Forest", and no "Cloud".</summary>
public sealed class MergedAndIgnoredClassesTests
{
    private const string Usings = "using BalanceGen;\n";

    [Fact]
    public Task A_batch_has_room_for_the_classes_and_not_for_every_label() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BatchSmallerThanClasses,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Tile> tiles) => tiles.Batches(tiles.BalancedSampler(1), {|BALG0208:1|});
                static object B(IndexedDataset<Tile> tiles) => tiles.Batches(tiles.BalancedSampler(1), 2);
                """,
                Tiles("")),
            "A batch of 1 cannot hold each of the 2 classes of 'Tile', which are to be drawn equally often; use a batch size of 2 or more");

    [Fact]
    public Task There_is_one_share_for_the_merged_class() =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.SharesDoNotAddUp,
            UsageSource.Of(
                """
                static object A(IndexedDataset<Tile> tiles) => tiles.BalancedSampler(1, TargetDistribution.Of({|BALG0210:0.5, 0.6|}));
                static object B(IndexedDataset<Tile> tiles) => tiles.BalancedSampler(1, TargetDistribution.Of(0.5, 0.5));
                """,
                Tiles("")));

    [Theory]
    [InlineData(", ClassCount(Land.Sea, 5), ClassCount(Land.Lake, 3), ClassCount(Land.Forest, 0)", "0.5, {|BALG0209:0.5|}")]
    [InlineData(", ClassCount(Land.Sea, 0), ClassCount(Land.Lake, 0), ClassCount(Land.Forest, 4)", "{|BALG0209:0.5|}, 0.5")]
    [InlineData(", ClassCount(Land.Sea, 0), ClassCount(Land.Lake, 3), ClassCount(Land.Forest, 4), ClassCount(Land.Cloud, 0)", "0.5, 0.5")]
    public Task A_share_is_for_an_empty_class_only_if_none_of_its_labels_has_rows(string counts, string shares) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.ShareOfEmptyClass,
            UsageSource.Of($"static object A(IndexedDataset<Tile> tiles) => tiles.BalancedSampler(1, TargetDistribution.Of({shares}));", Tiles(counts)));

    [Theory]
    [InlineData("Sea,5\nLake,3\n", "{|BALG0211:Balanced|}")]
    [InlineData("Forest,5\nCloud,3\n", "{|BALG0211:Balanced|}")]
    [InlineData("Lake,3\nForest,4\n", "Balanced")]
    public Task Weights_of_an_empty_class_are_reported_only_if_none_of_its_labels_has_rows(string file, string balanced) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.EmptyClassUsed,
            UsageSource.Of($"static object A(IndexedDataset<Tile> tiles) => ClassWeights.{balanced}(tiles.Counts);", Tiles("", "ClassCounts = \"tiles.classcounts.csv\"")),
            new ProjectFiles().With("/tiles.classcounts.csv", file));

    [Theory]
    [InlineData(60, 40, 100, true)]
    [InlineData(50, 50, 50, false)]
    public Task Counts_are_balanced_if_those_of_the_classes_are(int sea, int lake, int forest, bool isReported) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.BalancedCountsResampled,
            UsageSource.Of(
                $"static object A(IndexedDataset<Tile> tiles) => tiles.{(isReported ? "{|BALG0205:WeightedRandomSampler|}" : "WeightedRandomSampler")}(1);",
                Tiles($", ClassCount(Land.Sea, {sea}), ClassCount(Land.Lake, {lake}), ClassCount(Land.Forest, {forest}), ClassCount(Land.Cloud, 7)")));

    [Theory]
    [InlineData(", ClassCount(Land.Sea, 5), ClassCount(Land.Lake, 0), ClassCount(Land.Forest, 4), ClassCount(Land.Cloud, 0)")]
    [InlineData(", ClassCount(Land.Sea, 5), ClassCount(Land.Lake, 3), ClassCount(Land.Forest, {|BALG0101:0|}), ClassCount(Land.Cloud, 0)")]
    public Task A_label_without_rows_is_no_class_without_rows(string counts) =>
        AnalyzerVerifier.VerifyAsync(Descriptors.ZeroCountClass, Usings + Tiles(counts));

    [Theory]
    [InlineData("Sea,1\nLake,1\nForest,2\nCloud,1\n", "\"tiles.classcounts.csv\"")]
    [InlineData("Sea,1\nLake,0\nForest,2\nCloud,9\n", "{|BALG0113:\"tiles.classcounts.csv\"|}")]
    public Task Rows_of_merged_labels_add_up_to_the_minimum(string file, string path) =>
        AnalyzerVerifier.VerifyAsync(
            Descriptors.FewRows,
            Usings + Tiles("", $"ClassCounts = {path}"), new ProjectFiles().With("/tiles.classcounts.csv", file));

    private static string Tiles(string counts, string arguments = "") => $$"""
        public enum Land { Sea, Forest, Cloud, Lake }
        [BalancedDataset{{(arguments.Length > 0 ? $"({arguments})" : "")}}, MergedClass("Wet", Land.Sea, Land.Lake), IgnoredClass(Land.Cloud){{counts}}]
        public partial record struct Tile([ClassLabel] Land Land);
        """;
}
