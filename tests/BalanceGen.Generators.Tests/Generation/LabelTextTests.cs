using BalanceGen.Generators.Tests.Harness;

namespace BalanceGen.Generators.Tests.Generation;

/// <summary>How the mapping of a label is written: lines of readable length, arithmetic in the label's own width, no exception that cannot be thrown.</summary>
public sealed class LabelTextTests
{
    [Fact]
    public void Eight_class_names_are_one_line_and_nine_are_two()
    {
        Assert.Contains(
            "Set { get; } = new([\"c0\", \"c1\", \"c2\", \"c3\", \"c4\", \"c5\", \"c6\", \"c7\"]);\n", TextOf("string", Names(8)), StringComparison.Ordinal);
        Assert.Contains(
            "Set { get; } = new(\n[\n\"c0\", \"c1\", \"c2\", \"c3\", \"c4\", \"c5\", \"c6\", \"c7\",\n\"c8\",\n]);\n",
            string.Join('\n', TextOf("string", Names(9)).Split('\n').Select(line => line.Trim())),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("byte", "Min = 5, Max = 7", "uint offset = unchecked((uint)(label - 5));")]
    [InlineData("int", "Min = -5, Max = 7", "uint offset = unchecked((uint)(label - (-5)));")]
    [InlineData("uint", "Min = 5, Max = 7", "uint offset = unchecked((uint)(label - 5U));")]
    [InlineData("long", "Min = 5, Max = 7", "ulong offset = unchecked((ulong)(label - 5L));")]
    [InlineData("ulong", "Min = 5, Max = 7", "ulong offset = unchecked((ulong)(label - 5UL));")]
    [InlineData("ulong", "Min = 0, Max = 7", "ulong offset = unchecked((ulong)label);")]
    [InlineData("Grade", "", "uint offset = unchecked((uint)((int)label - 5));")]
    public void Consecutive_labels_are_subtracted_from_in_their_own_width(string type, string arguments, string expected) =>
        Assert.Contains(expected, TextOf(type, arguments), StringComparison.Ordinal);

    [Theory]
    [InlineData("bool", "", false)]
    [InlineData("bool?", "MissingClass = \"false\"", false)]
    [InlineData("bool?", "MissingClass = \"true\"", false)]
    [InlineData("bool?", "Missing = MissingLabelPolicy.Throw", true)]
    [InlineData("bool?", "Missing = MissingLabelPolicy.Ignore", true)]
    public void Only_a_label_that_may_be_no_class_is_documented_to_throw(string type, string arguments, bool throws) =>
        Assert.Equal(throws, TextOf(type, arguments).Contains("UnknownLabelException", StringComparison.Ordinal));

    private static string Names(int classes) => string.Join(", ", Enumerable.Range(0, classes).Select(label => $"\"c{label}\""));

    private static string TextOf(string type, string arguments) => GeneratorRun.Of(
        $$"""
        using BalanceGen;
        public enum Grade { Low = 5, Middle, High }
        [BalancedDataset] public partial record struct Row([ClassLabel({{arguments}})] {{type}} Label);
        """).Text();
}
