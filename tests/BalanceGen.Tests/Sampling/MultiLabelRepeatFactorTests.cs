namespace BalanceGen.Tests.Sampling;

public sealed class MultiLabelRepeatFactorTests
{
    [Fact]
    public void Every_row_comes_as_often_as_the_largest_factor_of_its_classes()
    {
        // 300 rows, 12 classes of which class c is in about one row of 2 + 4·c, several of them in a row. Seed 31.
        var random = new Xorshift(31);
        int[][] labels = [.. Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, 12).Where(c => random.Below(2 + (4 * c)) == 0).ToArray())];
        AssertFactors(labels, 12, threshold: 0.1, epochs: 3000);
    }

    [Fact]
    public void Nothing_to_draw_and_bad_arguments_are_refused()
    {
        Assert.Throws<EmptyDatasetException>(() => new RepeatFactorSampler(Build(2, [[]]), 1, 0.1));
        Assert.Throws<EmptyClassException>(() => new RepeatFactorSampler(Build(3, [[0, 1]]), 1, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatFactorSampler(Build(1, [[0]]), 1, 0));
        Assert.Throws<ArgumentNullException>(() => new RepeatFactorSampler((MultiLabelIndex)null!, 1, 0.1));
        Assert.Equal([0, 0], new RepeatFactorSampler(Build(3, [[0, 1], []]), 1, 0.1, ZeroCountPolicy.ZeroWeight).RowsOf(0, 2));
    }

    [Fact]
    public void Its_rows_make_batches_of_the_data_set_by_the_rarest_class()
    {
        MultiLabelDataset<int[]> data = MultiLabelDataset.Create((int[][])[[0], [0, 1], [], [0], [1, 2], [0]], new SetIndexer(ClassSet.Numbered(3)));
        int batches = 0;
        foreach (Batch<int[]> batch in data.ByRarestClass().Batches(data.RepeatFactorSampler(seed: 1, threshold: 0.5), 2))
        {
            foreach (ref readonly int[] row in batch)
            {
                Assert.NotEmpty(row);
            }

            batches++;
        }

        Assert.True(batches >= 3);
    }

    /// <summary>The sampler of label sets against factors that are computed row by row.</summary>
    internal static void AssertFactors(int[][] labels, int classes, double threshold, int epochs)
    {
        MultiLabelIndex index = Build(classes, labels);
        var sampler = new RepeatFactorSampler(index, seed: 32, threshold);
        var rowsWith = new int[classes];
        foreach (int classIndex in labels.SelectMany(set => set))
        {
            rowsWith[classIndex]++;
        }

        double[] factors = [.. labels.Select(set => set.Length == 0 ? 0 : set.Max(c => Math.Max(1, Math.Sqrt(threshold / ((double)rowsWith[c] / labels.Length)))))];
        Assert.Equal(factors.Sum(), sampler.EpochLength, 0.5 + 1e-6);

        var times = new long[labels.Length];
        var ofEpoch = new int[labels.Length];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Array.Clear(ofEpoch);
            foreach (int row in sampler.Epoch(epoch))
            {
                ofEpoch[row]++;
                times[row]++;
            }

            // Whole factors that rounding made smaller by less than 2^-32, and the epoch's own rounding, may cost a row.
            Assert.Equal(0, Enumerable.Range(0, labels.Length).Count(row => Math.Abs(ofEpoch[row] - factors[row]) >= 1 + 1e-6));
        }

        // A count is a Bernoulli variable above the whole part: of each row 6 standard errors (2e-9), beside the half draw of rounding that the largest class shares.
        for (int row = 0; row < labels.Length; row++)
        {
            Assert.Equal(factors[row], times[row] / (double)epochs, (6 * 0.5 / Math.Sqrt(epochs)) + (0.5 / index.Counts.RowsWithClass.Values.ToArray().Max()));
        }
    }

    internal static MultiLabelIndex Build(int classes, int[][] rows) =>
        MultiLabelIndex.Build<int[], SetIndexer>(rows, new SetIndexer(ClassSet.Numbered(classes)));

    private readonly struct SetIndexer(ClassSet classes) : IMultiLabelIndexer<int[]>
    {
        public ClassSet Classes { get; } = classes;

        public int ClassesOf(in int[] row, Span<int> classIndices)
        {
            row.Order().ToArray().CopyTo(classIndices);
            return row.Length;
        }

        public string DescribeLabels(in int[] row) => string.Join(',', row);
    }
}
