namespace BalanceGen.Tests.Classes;

public sealed class UnknownLabelsTests
{
    [Fact]
    public void Every_unknown_label_is_found_with_its_number_of_rows_the_first_and_the_nearest_class()
    {
        string[] rows = ["ham", "Span", "?", "Span", "?", "skip", "ham", "?", "?", "?", "?", "spamm", ""];

        IReadOnlyList<UnknownLabel> found = UnknownLabels.Find(rows.AsSpan(), default(Indexer));

        Assert.Equal(
            ["'?': 6 rows (2, 4, 7, 8, 9, …)", "'Span': 2 rows (1, 3), nearest class 'spam'", "'spamm': 1 row (11), nearest class 'spam'", "'': 1 row (12)"],
            found.Select(label => label.ToString()));
        Assert.Equal(("?", 6L, null), (found[0].Label, found[0].Count, found[0].Nearest));
        Assert.Equal([2, 4, 7, 8, 9], found[0].FirstRows);
    }

    [Fact]
    public void Rows_that_all_have_a_class_or_are_ignored_and_no_rows_have_none()
    {
        Assert.Empty(UnknownLabels.Find(["ham", "skip", "spam"], default(Indexer)));
        Assert.Empty(UnknownLabels.Find(ReadOnlySpan<string>.Empty, default(Indexer)));
    }

    [Theory]
    [InlineData("Spam", " It differs from 'spam' in case or white space alone, which Comparison on [ClassLabel] can ignore.")]
    [InlineData(" ham", " It differs from 'ham' in case or white space alone, which Comparison on [ClassLabel] can ignore.")]
    [InlineData("spma", " The nearest class is 'spam'.")]
    [InlineData("(null)", " What a row without a label means is declared with Missing on [ClassLabel].")]
    [InlineData("  ", " What a row without a label means is declared with Missing on [ClassLabel].")]
    [InlineData("eggs", "")]
    [InlineData("-1", "")]
    public void Error_of_one_label_hints_at_what_to_write_or_to_declare(string label, string hint) =>
        Assert.Equal(
            $"Row 7: the label '{label}' is none of the declared classes: 'ham', 'spam'.{hint}",
            new UnknownLabelException(label, default(Indexer).Classes, row: 7).Message);

    private readonly struct Indexer : IClassIndexer<string>
    {
        private static readonly ClassSet Set = new("ham", "spam");

        public ClassSet Classes => Set;

        public int IndexOf(in string row) => row switch { "ham" => 0, "spam" => 1, "skip" => ClassIndex.Ignored, _ => ClassIndex.Unknown };

        public string DescribeLabel(in string row) => row;
    }
}
