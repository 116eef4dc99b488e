namespace BalanceGen.Tests.Classes;

public sealed class MultiLabelTests
{
    private static readonly int[][] Rows = [[0], [0, 1], [], [0, 1], [1, 2], [0]];

    [Fact]
    public void Counts_per_class_label_set_and_pair_are_exact()
    {
        MultiLabelIndex index = Build(3, Rows);

        Assert.Equal([4, 3, 1], index.Counts.RowsWithClass.Values.ToArray());
        Assert.Equal(6, index.Counts.RowCount);
        Assert.Equal(8, index.Counts.LabelCount);
        Assert.Equal(1, index.Counts.RowsWithoutClass);
        Assert.Equal(8.0 / 6, index.Counts.MeanLabels);
        Assert.Equal(["0 x2", "0,1 x2", " x1", "1,2 x1"], index.Counts.LabelSets.Select(set => $"{string.Join(',', set.ClassIndices.ToArray())} x{set.Count}"));
        Assert.Equal(2, index.Counts.CoOccurrence(1, 0));
        Assert.Equal(0, index.Counts.CoOccurrence(0, 2));
        Assert.Equal(4, index.Counts.CoOccurrence(0, 0));
        Assert.Equal([1, 2], index.ClassesOf(4).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Counts.CoOccurrence(0, 3));
        Assert.Equal(
            """
            class  rows   share  most often with  rows
            0         4  66.7 %                1     2
            1         3  50.0 %                0     2
            2         1  16.7 %                1     1
            6 rows, 8 labels, 1.3333 a row, 4 label sets, 1 rows without a class
            """,
            index.Counts.ToString());
    }

    [Fact]
    public void Thousands_are_grouped_and_a_class_that_is_alone_has_no_partner() => Assert.Equal(
        """
        class   rows   share  most often with   rows
        0      1,200  50.0 %                1  1,200
        1      1,200  50.0 %                0  1,200
        2      1,200  50.0 %
        2,400 rows, 3,600 labels, 1.5000 a row, 2 label sets, 0 rows without a class
        """,
        Build(3, [.. Enumerable.Repeat<int[]>([0, 1], 1200), .. Enumerable.Repeat<int[]>([2], 1200)]).Counts.ToString());

    [Theory]
    [InlineData("1,3 1,2 1,0")]
    [InlineData("1,0 1,2 1,3")]
    [InlineData("1,2 1,0 1,3")]
    public void Of_partners_that_are_equally_frequent_the_first_class_is_named(string rows)
    {
        int[][] labels = [.. rows.Split(' ').Select(row => row.Split(',').Select(int.Parse).Order().ToArray())];
        string[] lines = Build(4, labels).Counts.ToString().Split('\n');
        Assert.Equal("1         3  100.0 %                0     1", lines[2]);
    }

    [Fact]
    public void Counts_agree_with_a_plain_count_on_random_rows()
    {
        // Seed 7, 130 classes (more than two words of bits), 500 rows.
        var random = new Xorshift(7);
        int[][] rows = [.. Enumerable.Range(0, 500).Select(_ => Enumerable.Range(0, random.Below(4)).Select(_ => random.Below(130)).ToArray())];
        HashSet<int>[] sets = [.. rows.Select(row => row.ToHashSet())];

        MultiLabelCounts counts = Build(130, rows).Counts;

        for (int first = 0; first < 130; first++)
        {
            Assert.Equal(sets.Count(set => set.Contains(first)), counts.RowsWithClass[first]);
            Assert.Equal(sets.Count(set => set.Contains(first) && set.Contains(3)), counts.CoOccurrence(first, 3));
        }

        Assert.Equal(sets.Select(set => string.Join(',', set.Order())).Distinct().Count(), counts.LabelSets.Count);
    }

    [Fact]
    public void The_rarest_class_of_a_row_stands_for_it_and_rows_without_a_class_are_ignored()
    {
        RowIndex index = Build(3, Rows).ByRarestClass();

        Assert.Equal([2, 2, 1], index.Counts.Values.ToArray());
        Assert.Equal([0, 5, 1, 3, 4], new[] { index.RowOf(0, 0), index.RowOf(0, 1), index.RowOf(1, 0), index.RowOf(1, 1), index.RowOf(2, 0) });
        Assert.Equal(6, index.DatasetLength);
    }

    [Fact]
    public void Of_equally_rare_classes_the_first_stands_for_the_row() =>
        Assert.Equal([1, 0], Build(2, [[0, 1]]).ByRarestClass().Counts.Values.ToArray());

    [Fact]
    public void Repeat_factor_of_a_row_is_the_largest_of_its_classes()
    {
        SampleWeights weights = SampleWeights.RepeatFactors(Build(3, Rows), threshold: 0.6);

        // r_c = max(1, sqrt(0.6 * 6 / n_c)) with n = 4, 3, 1.
        double second = Math.Sqrt(0.6 * 6 / 3);
        double third = Math.Sqrt(0.6 * 6 / 1);
        Assert.Equal([1, second, 1, second, third, 1], weights.Values.ToArray());
    }

    [Fact]
    public void Repeat_factors_of_nothing_and_of_an_empty_class_are_errors()
    {
        Assert.Equal("A list of repeat factors needs at least one row; no row belongs to a class.", Assert.Throws<EmptyDatasetException>(() => SampleWeights.RepeatFactors(Build(2, [[]]), 0.1)).Message);
        Assert.Throws<EmptyClassException>(() => SampleWeights.RepeatFactors(Build(3, [[0, 1]]), 0.1));
        Assert.Equal([1], SampleWeights.RepeatFactors(Build(3, [[0, 1]]), 0.1, ZeroCountPolicy.ZeroWeight).Values.ToArray());
    }

    [Fact]
    public void Unknown_label_names_the_row() =>
        Assert.Equal(1, Assert.Throws<UnknownLabelException>(() => Build(2, [[0], [0, -1]])).Row);

    [Fact]
    public void Batches_balance_the_rarest_classes()
    {
        MultiLabelDataset<int[]> data = MultiLabelDataset.Create(Rows, new Indexer(ClassSet.Numbered(3)));
        IndexedDataset<int[]> byRarest = data.ByRarestClass();
        var drawn = new long[3];
        foreach (Batch<int[]> batch in byRarest.Batches(new BalancedSampler(byRarest.Index, seed: 1, epochLength: 30), batchSize: 6))
        {
            foreach (ref readonly int[] row in batch)
            {
                drawn[data.Counts.RarestOf(row)]++;
            }
        }

        Assert.Equal([10, 10, 10], drawn);
    }

    private static MultiLabelIndex Build(int classes, int[][] rows) =>
        MultiLabelIndex.Build<int[], Indexer>(rows, new Indexer(ClassSet.Numbered(classes)));

    private readonly struct Indexer(ClassSet classes) : IMultiLabelIndexer<int[]>
    {
        public ClassSet Classes { get; } = classes;

        public int ClassesOf(in int[] row, Span<int> classIndices)
        {
            Span<ulong> words = stackalloc ulong[(Classes.Count + 63) / 64];
            var bits = new LabelSetBits(words);
            foreach (int classIndex in row)
            {
                if (classIndex < 0)
                {
                    return ClassIndex.Unknown;
                }

                bits.Add(classIndex);
            }

            return bits.CopyTo(classIndices);
        }

        public string DescribeLabels(in int[] row) => string.Join(',', row);
    }
}
