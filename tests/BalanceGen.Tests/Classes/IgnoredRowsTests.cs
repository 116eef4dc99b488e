namespace BalanceGen.Tests.Classes;

public sealed class IgnoredRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    public void Ignored_rows_are_in_neither_counts_nor_index_and_keep_the_numbers_of_the_others(int classCount)
    {
        // Seed 5: each row is ignored with chance 1/4, otherwise of a random class.
        var random = new Xorshift(5);
        int[] rows = [.. Enumerable.Range(0, 999).Select(_ => random.Below(4) == 0 ? ClassIndex.Ignored : random.Below(classCount))];
        var indexer = new Indexer(ClassSet.Numbered(classCount));

        ClassCounts counts = ClassCounts.Of<int, Indexer>(rows, indexer);
        RowIndex index = RowIndex.Build<int, Indexer>(rows, indexer);

        Assert.Equal(Enumerable.Range(0, classCount).Select(index => (long)rows.Count(row => row == index)).Where(_ => classCount < 1000), classCount < 1000 ? counts.Values.ToArray() : []);
        Assert.Equal(rows.Count(row => row >= 0), counts.Total);
        Assert.Equal(counts.Values.ToArray(), index.Counts.Values.ToArray());
        Assert.Equal(999, index.DatasetLength);
        Assert.Equal(counts.Total, index.RowCount);
        Assert.True(index.IsSubset);
        for (int row = 0, place = 0; row < rows.Length; row++)
        {
            if (rows[row] == 0)
            {
                Assert.Equal(row, index.RowOf(0, place++));
            }
        }
    }

    [Fact]
    public void The_index_equals_that_of_the_part_that_is_chosen_by_hand()
    {
        int[] rows = [0, 1, ClassIndex.Ignored, 1, 0, 2, ClassIndex.Ignored];
        RowIndex whole = RowIndex.Build(ClassSet.Numbered(3), (int[])[0, 1, 0, 1, 0, 2, 2]);

        RowIndex index = RowIndex.Build<int, Indexer>(rows, new Indexer(ClassSet.Numbered(3)));

        Assert.Equal(whole.Where(row => rows[row] >= 0).RowsHash, index.RowsHash);
        Assert.NotEqual(0UL, index.RowsHash);
    }

    [Fact]
    public void All_rows_ignored_is_an_empty_part()
    {
        int[] rows = [ClassIndex.Ignored, ClassIndex.Ignored, ClassIndex.Ignored, ClassIndex.Ignored, ClassIndex.Ignored];

        RowIndex index = RowIndex.Build<int, Indexer>(rows, new Indexer(ClassSet.Numbered(1)));

        Assert.Equal(0, index.RowCount);
        Assert.Equal(5, index.DatasetLength);
        Assert.Equal(0, ClassCounts.Of<int, Indexer>(rows, new Indexer(ClassSet.Numbered(1))).Total);
    }

    [Fact]
    public void An_unknown_label_after_ignored_rows_is_reported_with_its_own_row()
    {
        int[] rows = [.. Enumerable.Repeat(ClassIndex.Ignored, 50), 0, ClassIndex.Unknown];
        var indexer = new Indexer(ClassSet.Numbered(2));

        Assert.Equal(51, Assert.Throws<UnknownLabelException>(() => ClassCounts.Of<int, Indexer>(rows, indexer)).Row);
        Assert.Equal(51, Assert.Throws<UnknownLabelException>(() => RowIndex.Build<int, Indexer>(rows, indexer)).Row);
    }

    [Fact]
    public void A_plain_class_index_of_minus_2_is_an_error_and_not_ignored()
    {
        Assert.Equal(1, Assert.Throws<UnknownLabelException>(() => ClassCounts.Of(ClassSet.Numbered(2), (int[])[0, -2])).Row);
        Assert.Equal(1, Assert.Throws<UnknownLabelException>(() => RowIndex.Build(ClassSet.Numbered(2), (int[])[0, -2])).Row);
    }

    [Fact]
    public void Batches_over_ignored_rows_draw_only_the_others()
    {
        int[] rows = [0, ClassIndex.Ignored, 1, ClassIndex.Ignored, 1, 0, ClassIndex.Ignored];
        IndexedDataset<int> data = IndexedDataset.Create(rows, new Indexer(ClassSet.Numbered(2)));
        var seen = new List<int>();

        foreach (Batch<int> batch in data.Batches(new BalancedSampler(data.Index, seed: 3), batchSize: 2))
        {
            foreach (ref readonly int row in batch)
            {
                seen.Add(row);
            }
        }

        Assert.Equal([0, 0, 1, 1], seen.Order());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    public void One_ignored_row_at_any_place_is_left_out_of_the_counts(int classCount)
    {
        int[] rows = [.. Enumerable.Range(0, 1003).Select(row => row % classCount)];
        for (int ignored = 0; ignored < rows.Length; ignored++)
        {
            rows[ignored] = ClassIndex.Ignored;
            ClassCounts counts = ClassCounts.Of<int, Indexer>(rows, new Indexer(ClassSet.Numbered(classCount)));
            rows[ignored] = ignored % classCount;

            Assert.Equal(1002, counts.Total);
            Assert.Equal(rows.Count(row => row == rows[ignored]) - 1, counts[rows[ignored]]);
        }
    }

    private readonly struct Indexer(ClassSet classes) : IClassIndexer<int>
    {
        public ClassSet Classes { get; } = classes;

        public int IndexOf(in int row) => row;

        public string DescribeLabel(in int row) => row.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
