using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>What a reader of the generated file is told about baked numbers, and how many of them stand on a line.</summary>
public sealed class KnownCountsTextTests
{
    [Fact]
    public void An_empty_class_without_a_policy_is_named_as_the_reason_for_missing_weights()
    {
        const string Reason = "// There are no class weights here: a class has no rows, and [BalancedDataset] does not say with ZeroCounts what that shall mean.";

        Assert.Contains(Reason, TextOf(2, "0,5\n1,0"), StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, TextOf(2, "0,5\n1,3"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(", ZeroCounts = ZeroCountRule.ZeroWeight", ", ZeroCounts")]
    public void Documentation_shows_the_call_that_computes_the_same_weights(string declared, string argument)
    {
        string text = TextOf(2, "0,5\n1,3", declared);

        Assert.Contains($"as <c>ClassWeights.Balanced(counts{argument})</c> computes them", text, StringComparison.Ordinal);
        Assert.Contains($"as <c>ClassWeights.InverseFrequency(counts{argument})</c> computes them", text, StringComparison.Ordinal);
        Assert.Contains($"as <c>ClassWeights.Power(counts, 0.5{argument})</c> computes them", text, StringComparison.Ordinal);
        Assert.Contains($"as <c>ClassWeights.MedianFrequency(counts{argument})</c> computes them", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Eight_numbers_are_one_line_and_nine_are_two()
    {
        Assert.Contains("> Values => [1, 2, 3, 4, 5, 6, 7, 8];\n", TextOf(8, Lines(8)), StringComparison.Ordinal);
        Assert.Contains(
            "> Values =>\n[\n1, 2, 3, 4, 5, 6, 7, 8,\n9,\n];\n",
            string.Join('\n', TextOf(9, Lines(9)).Split('\n').Select(line => line.Trim())),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Several_labels_a_row_are_documented_as_labels_and_one_as_rows()
    {
        string[] ofLabels =
        [
            "<exception cref=\"global::BalanceGen.UnknownLabelException\">One of a row's labels is none of the classes.</exception>",
            "In the class weights N is the number of labels. There are no tables for samplers: which labels occur together is not known.</remarks>",
            "<summary>The number of labels of all rows: a row counts once for each of its classes.</summary>",
        ];

        string rows = TextOf(2, "0,5\n1,3");
        string labels = GeneratorRun.Of(
            new ProjectFiles().With("/moods.classcounts.csv", "Joy,5\nFear,3"),
            """
            using System;
            using BalanceGen;
            [Flags] public enum Mood { None = 0, Joy = 1, Fear = 2 }
            [BalancedDataset(ClassCounts = "moods.classcounts.csv")]
            public partial record struct Comment([ClassLabel(Encoding = LabelEncoding.Set)] Mood Mood);
            """).Text();

        Assert.All(ofLabels, line => Assert.Contains(line, labels, StringComparison.Ordinal));
        Assert.All(ofLabels, line => Assert.DoesNotContain(line, rows, StringComparison.Ordinal));
        Assert.Contains("<summary>The number of rows.</summary>", rows, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,5\n1,3", false)]
    [InlineData("0,5\n1,0", true)]
    public void Documentation_says_whether_the_tables_are_empty(string file, bool areEmpty) => Assert.Equal(
        areEmpty, TextOf(2, file).Contains("</c>. They are empty: the sampler computes what it needs.</summary>", StringComparison.Ordinal));

    private static string Lines(int classes) => string.Join('\n', Enumerable.Range(0, classes).Select(label => $"{label},{label + 1}"));

    private static string TextOf(int classes, string file, string declared = "") => GeneratorRun.Of(
        new ProjectFiles().With("/digits.classcounts.csv", file),
        $"""
        using BalanceGen;
        [BalancedDataset(ClassCounts = "digits.classcounts.csv"{declared})]
        public partial record struct Digit([ClassLabel(Min = 0, Max = {classes - 1})] int Label);
        """).Text();
}
