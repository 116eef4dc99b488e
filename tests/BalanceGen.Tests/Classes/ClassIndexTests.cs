using System.Globalization;

namespace BalanceGen.Tests.Classes;

public sealed class ClassIndexTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1001)]
    public void Every_row_gets_the_class_index_that_its_indexer_gives(int length)
    {
        // Seed 3: each row is ignored with chance 1/5, otherwise of a random class.
        var random = new Xorshift(3);
        string[] rows = [.. Enumerable.Range(0, length).Select(_ => random.Below(5) == 0 ? "-2" : random.Below(9).ToString(CultureInfo.InvariantCulture))];
        int[] copied = new int[length];

        ClassIndex.Copy(rows, default(Indexer), copied);

        Assert.Equal(rows.Select(row => int.Parse(row, CultureInfo.InvariantCulture)), copied);
    }

    [Fact]
    public void A_longer_span_is_left_alone_beyond_the_rows_and_a_shorter_one_is_refused()
    {
        string[] rows = ["1", "2", "3"];
        int[] longer = [7, 7, 7, 7, 7];
        ClassIndex.Copy(rows, default(Indexer), longer);
        Assert.Equal([1, 2, 3, 7, 7], longer);

        var error = Assert.Throws<ArgumentException>(() => ClassIndex.Copy(rows, default(Indexer), new int[2]));
        Assert.Contains("room for 2 values, 3 are needed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("9")]
    [InlineData("-2147483648")]
    [InlineData("265")]
    public void The_first_unknown_label_at_any_row_is_refused_with_its_row(string label)
    {
        for (int row = 0; row < 20; row++)
        {
            string[] rows = [.. Enumerable.Repeat("4", 20), "-1"];
            rows[row] = label;
            rows[row / 2] = row > 1 ? "-2" : rows[row / 2];
            int[] copied = new int[21];

            var error = Assert.Throws<UnknownLabelException>(() => ClassIndex.Copy(rows, default(Indexer), copied));

            Assert.Equal((row, label), (error.Row, error.Label));
            Assert.Equal(rows.Take(row), copied.Take(row).Select(index => index.ToString(CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public void Copying_allocates_nothing()
    {
        string[] rows = [.. Enumerable.Range(0, 500).Select(row => (row % 10 == 0 ? -2 : row % 9).ToString(CultureInfo.InvariantCulture))];
        int[] copied = new int[500];
        AllocationFree.Assert(() =>
        {
            ClassIndex.Copy(rows, default(Indexer), copied);
            return copied[^1];
        });
    }

    private readonly struct Indexer : IClassIndexer<string>
    {
        private static readonly ClassSet Digits = ClassSet.Numbered(9);

        public ClassSet Classes => Digits;

        public int IndexOf(in string row) => int.Parse(row, CultureInfo.InvariantCulture);

        public string DescribeLabel(in string row) => row;
    }
}
