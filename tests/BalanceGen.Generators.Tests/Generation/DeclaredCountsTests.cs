using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>When [ClassCount] attributes tell the counts of all classes, and what they are.</summary>
public sealed class DeclaredCountsTests
{
    [Theory]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", 2)", "3, 5, 2")]
    [InlineData("Count(\"snow\", 2), Count(count: 5, label: \"rain\"), Count(\"joy\", count: 0)", "0, 5, 2")]
    [InlineData("Count(\"joy\", 9223372036854775800), Count(\"rain\", 5), Count(\"snow\", 2)", "9223372036854775800, 5, 2")]
    [InlineData("Count(\"joy\", 9223372036854775800), Count(\"rain\", 5), Count(\"snow\", 3)", null)]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5)", null)]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", -2)", null)]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", 2), Count(\"hail\", 1)", null)]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", 2), Count(\"snow\", 2)", null)]
    public void Counts_are_known_if_every_class_has_one_and_all_are_valid(string counts, string? expected) =>
        AssertValues($"[BalancedDataset, {counts}] public partial record struct A([ClassLabel(\"joy\", \"rain\", \"snow\")] string Label);", expected);

    [Theory]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", 2)", "7, 3")]
    [InlineData("Count(\"joy\", 3), Count(\"wet\", 5)", "5, 3")]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5)", "5, 3")]
    [InlineData("Count(\"wet\", 5)", null)]
    public void Counts_of_the_labels_of_a_merged_class_add_up(string counts, string? expected) =>
        AssertValues(
            $"[BalancedDataset, MergedClass(\"wet\", \"rain\", \"snow\"), {counts}] public partial record struct A([ClassLabel(\"rain\", \"joy\", \"snow\")] string Label);",
            expected);

    [Theory]
    [InlineData("Count(\"unsure\", 9), Count(\"joy\", 3), Count(\"rain\", 5)", "3, 5")]
    [InlineData("Count(\"joy\", 3), Count(\"rain\", 5)", "3, 5")]
    [InlineData("Count(\"unsure\", 9), Count(\"rain\", 5)", null)]
    public void Counts_of_ignored_labels_are_none_of_a_class(string counts, string? expected) =>
        AssertValues($"[BalancedDataset, IgnoredClass(\"unsure\"), {counts}] public partial record struct A([ClassLabel(\"unsure\", \"joy\", \"rain\")] string Label);", expected);

    /// <summary>A row with two labels of a merged class is one row of it, so that the sum is not its count.</summary>
    [Theory]
    [InlineData("rain, joy, snow", "Count(\"joy\", 3), Count(\"wet\", 5)", "5, 3")]
    [InlineData("rain, joy, snow", "Count(\"joy\", 3), Count(\"rain\", 5)", "5, 3")]
    [InlineData("rain, joy, snow", "Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", 2)", null)]
    [InlineData("rain, joy, snow", "Count(\"joy\", 3), Count(\"wet\", 5), Count(\"snow\", 2)", null)]
    [InlineData("joy, rain, snow", "Count(\"joy\", 3), Count(\"rain\", 5), Count(\"snow\", 2)", null)]
    [InlineData("joy, rain, snow", "Count(\"joy\", 3), Count(\"wet\", 5)", "3, 5")]
    public void A_merged_class_of_rows_with_several_labels_has_one_count(string labels, string counts, string? expected) =>
        AssertValues(
            $$"""
            [BalancedDataset, MergedClass("wet", "rain", "snow"), {{counts}}]
            public partial record struct A([ClassLabel({{string.Join(", ", labels.Split(", ").Select(label => $"\"{label}\""))}}, Encoding = LabelEncoding.Set)] string[] Label);
            """,
            expected);

    private static void AssertValues(string source, string? expected)
    {
        string text = GeneratorRun.Of("using BalanceGen;\n" + source.Replace("Count(", "ClassCount(", StringComparison.Ordinal)).Text();

        Assert.Contains("partial record struct A", text, StringComparison.Ordinal);
        Assert.Contains("class KnownCounts", text, StringComparison.Ordinal);
        Assert.Equal(expected is null, text.Contains("are not known, because [ClassCount] does not give every class one number of rows", StringComparison.Ordinal));
        if (expected is not null)
        {
            Assert.Contains($"Values => [{expected}]", text, StringComparison.Ordinal);
        }
    }
}
