namespace BalanceGen.Tests.Sampling;

public sealed class MultiLabelSplitTests
{
    [Fact]
    public void Every_row_is_on_one_side_and_labels_are_in_proportion()
    {
        MultiLabelIndex index = Random(600, 8, seed: 1);
        MultiLabelSubsets subsets = MultiLabelSubsets.Of(index, new SplitOptions { Seed = 1 }, SubsetSize.Rest, SubsetSize.Share(0.15), SubsetSize.Rows(60));

        Assert.Equal(Enumerable.Range(0, 600), subsets.SelectMany(subset => subset.ToArray()).Order());
        Assert.InRange(subsets.Report.WorstSizeDeviation, 0, 0.01);
        foreach (SubsetReport subset in subsets.Report.Subsets)
        {
            Assert.Equal(subset.Counts.Values, CountsOf(index, subsets[IndexOf(subset)].ToArray()));
            for (int label = 0; label < 8; label++)
            {
                // Within a row and a half of the share.
                Assert.InRange((subset.ClassShares[label] - subset.WantedShare) * index.Counts.RowsWithClass[label], -1.5, 1.5);
            }
        }

        int IndexOf(SubsetReport subset) => Enumerable.Range(0, 3).Single(number => ReferenceEquals(subsets.Report.Subsets[number], subset));
    }

    [Theory]
    [InlineData(0.2, 0.2, 0.2, 0.2, 0.2)]
    [InlineData(0.7, 0.15, 0.15)]
    [InlineData(0.8, 0.2)]
    [InlineData(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)]
    public void No_labels_are_less_even_than_those_of_iterative_stratification(params double[] shares)
    {
        for (int trial = 0; trial < 24; trial++)
        {
            MultiLabelIndex index = Random(trial % 3 == 0 ? 100 : trial % 3 == 1 ? 237 : 60, trial % 2 == 0 ? 20 : 7, seed: trial + 2);
            int[][] peer = IterativeStratification(index, shares, seed: trial + 1);
            MultiLabelSubsets subsets = MultiLabelSubsets.Of(index, new SplitOptions { Seed = trial, RareClasses = RareClassPolicy.Spread }, [.. shares.Select(SubsetSize.Share)]);
            int[][] own = [.. subsets.Select(subset => subset.ToArray())];

            Assert.InRange(Deviation(index, own, shares), 0, Deviation(index, peer, shares) + 1e-12);
            Assert.InRange(LabelDistribution(index, own), 0, LabelDistribution(index, peer) + 1e-12);
        }
    }

    [Fact]
    public void Groups_stay_together_and_rare_labels_are_named()
    {
        MultiLabelIndex index = Random(300, 4, seed: 9);
        SplitGroups groups = SplitGroups.Of<int>([.. Enumerable.Range(0, 300).Select(row => row / 5)]);
        MultiLabelSubsets subsets = MultiLabelSubsets.Of(index, new SplitOptions { Groups = groups }, SubsetSize.Equal(3));
        Assert.Equal(60, subsets.Sum(subset => subset.ToArray().Select(row => row / 5).Distinct().Count()));
        Assert.Equal(60, subsets.Report.Subsets.Sum(subset => subset.Groups));

        MultiLabelIndex rare = MultiLabelRepeatFactorTests.Build(2, [.. Enumerable.Range(0, 9).Select(row => row == 0 ? (int[])[0, 1] : [0])]);
        Assert.Equal([1], Assert.Throws<TooFewGroupsException>(() => MultiLabelSubsets.Of(rare, new SplitOptions(), SubsetSize.Equal(3))).ClassIndices);
        Assert.Equal(3, MultiLabelSubsets.Of(rare, new SplitOptions { RareClasses = RareClassPolicy.Spread }, SubsetSize.Equal(3)).Count);
        Assert.Throws<ArgumentException>(() => MultiLabelSubsets.Of(rare, new SplitOptions { RareClasses = RareClassPolicy.KeepInTrain }, SubsetSize.Equal(3)));
        Assert.Throws<ArgumentException>(() => MultiLabelSubsets.Of(rare, new SplitOptions { Order = SplitOrder.Shuffled }, SubsetSize.Equal(3)));
        Assert.Throws<TooFewGroupsException>(() => MultiLabelSubsets.Of(index, new SplitOptions { Groups = SplitGroups.Of<int>(new int[300]) }, SubsetSize.Equal(3)));
    }

    private static MultiLabelIndex Random(int rows, int labels, int seed)
    {
        var numbers = new Xorshift((ulong)seed);
        return MultiLabelRepeatFactorTests.Build(
            labels, [.. Enumerable.Range(0, rows).Select(_ => (int[])[.. Enumerable.Range(0, labels).Where(label => numbers.Below(3 + (4 * label)) == 0)])]);
    }

    private static long[] CountsOf(MultiLabelIndex index, int[] rows) =>
        [.. Enumerable.Range(0, index.Classes.Count).Select(label => (long)rows.Count(row => index.ClassesOf(row).Contains(label)))];

    /// <summary>The measure of Sechidis et al. 2011: the mean difference of the odds of the labels in a subset and in all rows.</summary>
    private static double LabelDistribution(MultiLabelIndex index, int[][] subsets) =>
        Enumerable.Range(0, index.Classes.Count).Average(label => subsets.Average(subset =>
        {
            double of = subset.Count(row => index.ClassesOf(row).Contains(label));
            double all = index.Counts.RowsWithClass[label];
            return Math.Abs((of / (subset.Length - of)) - (all / (index.RowCount - all)));
        }));

    /// <summary>The mean difference between the share of a label's rows that a subset has and the one that was asked for.</summary>
    private static double Deviation(MultiLabelIndex index, int[][] subsets, double[] shares) =>
        Enumerable.Range(0, index.Classes.Count).Where(label => index.Counts.RowsWithClass[label] > 0).Average(label => subsets.Zip(shares).Average(subset =>
            Math.Abs(((double)subset.First.Count(row => index.ClassesOf(row).Contains(label)) / index.Counts.RowsWithClass[label]) - subset.Second)));

    /// <summary>Iterative stratification as the paper has it (and scikit-multilearn for order 1): the label with the fewest rows left, row by row to the subset that wants it most.</summary>
    private static int[][] IterativeStratification(MultiLabelIndex index, double[] shares, int seed)
    {
        int subsets = shares.Length;
        var numbers = new Xorshift((ulong)seed);
        var left = Enumerable.Range(0, index.RowCount).ToList();
        double[] wanted = [.. shares.Select(share => share * index.RowCount)];
        double[][] wantedOf = [.. shares.Select(share => index.Counts.RowsWithClass.Values.ToArray().Select(count => share * count).ToArray())];
        List<int>[] result = [.. Enumerable.Range(0, subsets).Select(_ => new List<int>())];
        while (left.Count > 0)
        {
            long[] counts = CountsOf(index, [.. left]);
            int label = Enumerable.Range(0, counts.Length).Where(one => counts[one] > 0).OrderBy(one => counts[one]).FirstOrDefault(-1);
            int[] rows = [.. left.Where(row => label < 0 || index.ClassesOf(row).Contains(label))];
            foreach (int row in rows)
            {
                int subset = Enumerable.Range(0, subsets).OrderByDescending(one => label < 0 ? 0 : wantedOf[one][label]).ThenByDescending(one => wanted[one]).ThenBy(_ => numbers.Below(1 << 20)).First();
                result[subset].Add(row);
                wanted[subset]--;
                foreach (int of in index.ClassesOf(row))
                {
                    wantedOf[subset][of]--;
                }

                left.Remove(row);
            }
        }

        return [.. result.Select(subset => subset.ToArray())];
    }
}
