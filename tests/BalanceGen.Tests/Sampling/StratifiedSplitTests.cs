namespace BalanceGen.Tests.Sampling;

public sealed class StratifiedSplitTests
{
    private static readonly long[][] Mixes = [[160, 10], [2, 2], [1000, 300, 7, 2, 0, 33], [5], [3, 3, 3, 3, 3, 3, 3], [257, 256, 255], [2, 0, 0, 2]];

    [Fact]
    public void Every_row_is_on_exactly_one_side_and_every_class_on_both()
    {
        foreach (long[] counts in Mixes)
        {
            RowIndex index = Scattered(counts);
            foreach (double share in (double[])[0.01, 0.2, 1.0 / 3, 0.5, 0.9, 0.999])
            {
                (RowIndex train, RowIndex test) = StratifiedSplit.Of(index, share, seed: 3);
                Assert.Equal(Enumerable.Range(0, index.RowCount), Rows(train).Concat(Rows(test)).Order());
                Assert.Equal((index.RowCount, index.RowCount), (train.DatasetLength, test.DatasetLength));
                for (int classIndex = 0; classIndex < counts.Length; classIndex++)
                {
                    Assert.Equal(counts[classIndex], train.Counts[classIndex] + test.Counts[classIndex]);
                    Assert.All(RowsOf(test, classIndex), row => Assert.Contains(row, RowsOf(index, classIndex)));
                    Assert.True(counts[classIndex] == 0 || (train.Counts[classIndex] > 0 && test.Counts[classIndex] > 0));
                }
            }
        }
    }

    [Fact]
    public void Of_classes_with_equal_remainders_the_first_give_the_row_that_is_missing()
    {
        // Half of three rows is one and a half: 40 of the 60 test rows are one of each class, and 20 are left.
        RowIndex test = StratifiedSplit.Of(Scattered([.. Enumerable.Repeat(3L, 40)]), 0.5, seed: 3).Test;

        Assert.Equal([.. Enumerable.Repeat(2L, 20), .. Enumerable.Repeat(1L, 20)], test.Counts.Values.ToArray());
    }

    [Fact]
    public void Neither_side_is_ever_empty()
    {
        RowIndex index = Scattered([1, 1]);

        Assert.Equal((1, 1), Sizes(StratifiedSplit.Of(index, 0.999, seed: 3, RareClassPolicy.Spread)));
        Assert.Equal((1, 1), Sizes(StratifiedSplit.Of(index, 0.001, seed: 3, RareClassPolicy.Spread)));

        static (int Train, int Test) Sizes(RowSplit split) => (split.Train.RowCount, split.Test.RowCount);
    }

    [Fact]
    public void Every_class_has_its_share_to_within_one_row_and_the_total_is_rounded()
    {
        foreach (long[] counts in Mixes)
        {
            foreach (double share in (double[])[0.01, 0.2, 0.29, 1.0 / 3, 0.5, 0.7, 0.999])
            {
                RowIndex test = StratifiedSplit.Of(Scattered(counts), share, seed: 3).Test;
                long least = 0;
                long most = 0;
                for (int classIndex = 0; classIndex < counts.Length; classIndex++)
                {
                    Assert.InRange(test.Counts[classIndex] - (share * counts[classIndex]), -1, 1);
                    least += counts[classIndex] == 0 ? 0 : Math.Max(1, (long)Math.Floor(share * counts[classIndex]));
                    most += Math.Max(0, counts[classIndex] - 1);
                }

                Assert.Equal(Math.Clamp((long)Math.Round(share * counts.Sum(), MidpointRounding.AwayFromZero), least, most), test.Counts.Total);
            }
        }
    }

    [Fact]
    public void The_surplus_goes_to_the_largest_remainders()
    {
        // Ideal 2.6, 1.4, 3.8, 2.2: 8 whole rows, 2 to give, to the remainders .8 and .6.
        RowIndex test = StratifiedSplit.Of(Scattered([13, 7, 19, 11]), 0.2, seed: 1).Test;
        Assert.Equal([3, 1, 4, 2], test.Counts.Values.ToArray());

        // Ideal 1.4, 2.6, 3.0: 6 whole rows, one to give, to the remainder .6 of a class that is not the largest.
        Assert.Equal([1, 3, 3], StratifiedSplit.Of(Scattered([14, 26, 30]), 0.1, seed: 1).Test.Counts.Values.ToArray());
    }

    [Fact]
    public void The_article_s_data_set_splits_like_its_classes()
    {
        (RowIndex train, RowIndex test) = StratifiedSplit.Of(Scattered([160, 10]), 0.2, seed: 1);
        Assert.Equal([128, 8], train.Counts.Values.ToArray());
        Assert.Equal([32, 2], test.Counts.Values.ToArray());
    }

    [Fact]
    public void Sides_are_pinned()
    {
        // Golden: the same subsets on every machine. They may change with Sampler.FormatVersion only.
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(ClassSet.Numbered(3), 12, 5, 300));
        RowIndex test = StratifiedSplit.Of(index, 0.03, seed: 42).Test;
        Assert.Equal("10 14 62 72 121 135 138 190 219 232 234", string.Join(' ', Rows(test)));
    }

    [Fact]
    public void Seeds_give_different_sides_and_one_seed_always_the_same()
    {
        RowIndex index = Scattered([50, 30]);
        int[] first = [.. Rows(StratifiedSplit.Of(index, 0.3, seed: 1).Test)];
        Assert.Equal(first, Rows(StratifiedSplit.Of(index, 0.3, seed: 1).Test));
        Assert.NotEqual(first, Rows(StratifiedSplit.Of(index, 0.3, seed: 2).Test));
    }

    [Fact]
    public void Every_pair_of_five_rows_is_equally_often_the_test_side()
    {
        // 10 subsets, 20,000 seeds: chi-square with 9 degrees of freedom, significance 1e-6 (critical value 45.1). Fixed seeds.
        RowIndex index = Scattered([5]);
        var times = new Dictionary<string, int>();
        for (int seed = 0; seed < 20_000; seed++)
        {
            string pair = string.Join(',', Rows(StratifiedSplit.Of(index, 0.4, seed).Test));
            times[pair] = times.GetValueOrDefault(pair) + 1;
        }

        Assert.Equal(10, times.Count);
        Assert.InRange(times.Values.Sum(count => Math.Pow(count - 2000, 2) / 2000), 0, 45.1);
    }

    [Fact]
    public void A_class_of_one_row_throws_with_its_name_by_default()
    {
        RowIndex index = Scattered([5, 1, 7, 1]);
        var error = Assert.Throws<RareClassException>(() => StratifiedSplit.Of(index, 0.2, seed: 1));
        Assert.Equal([1, 3], error.ClassIndices);
        Assert.Equal(2, error.RowsNeeded);
        Assert.StartsWith("The classes '1' (1 row), '3' (1 row) have too few rows for every subset of the split: 2 are needed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_one_row_is_kept_for_training_or_dealt_out()
    {
        RowIndex index = Scattered([5, 1, 7, 1]);
        Assert.Equal([1, 0, 1, 0], StratifiedSplit.Of(index, 0.2, 1, RareClassPolicy.KeepInTrain).Test.Counts.Values.ToArray());
        Assert.Equal([4, 1, 6, 1], StratifiedSplit.Of(index, 0.2, 1, RareClassPolicy.KeepInTrain).Train.Counts.Values.ToArray());
        Assert.Equal([4, 1, 6, 1], StratifiedSplit.Of(index, 0.9, 1, RareClassPolicy.Spread).Test.Counts.Values.ToArray());
    }

    [Fact]
    public void A_side_without_rows_is_refused_under_every_policy()
    {
        Assert.Throws<RareClassException>(() => StratifiedSplit.Of(Scattered([1, 1, 1]), 0.5, 1, RareClassPolicy.KeepInTrain));
        Assert.Throws<RareClassException>(() => StratifiedSplit.Of(Scattered([1, 0]), 0.5, 1, RareClassPolicy.Spread));
        (RowIndex train, RowIndex test) = StratifiedSplit.Of(Scattered([1, 1]), 0.01, 1, RareClassPolicy.Spread);
        Assert.Equal((1, 1), (train.RowCount, test.RowCount));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.2)]
    [InlineData(double.NaN)]
    public void A_share_that_leaves_a_side_empty_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Of(Scattered([5, 5]), share, 1));

    [Fact]
    public void An_empty_data_set_and_an_unknown_policy_are_refused()
    {
        Assert.Throws<EmptyDatasetException>(() => StratifiedSplit.Of(Scattered([0, 0]), 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedSplit.Of(Scattered([5, 5]), 0.5, 1, (RareClassPolicy)7));
    }

    [Fact]
    public void A_side_can_be_split_again()
    {
        (RowIndex rest, RowIndex test) = StratifiedSplit.Of(Scattered([100, 40]), 0.2, seed: 1);
        (RowIndex train, RowIndex validation) = StratifiedSplit.Of(rest, 0.25, seed: 1);
        Assert.Equal([60, 24], train.Counts.Values.ToArray());
        Assert.Equal([20, 8], validation.Counts.Values.ToArray());
        Assert.Equal(Enumerable.Range(0, 140), Rows(train).Concat(Rows(validation)).Concat(Rows(test)).Order());
    }

    internal static IEnumerable<int> Rows(RowIndex index) => Enumerable.Range(0, index.Classes.Count).SelectMany(classIndex => RowsOf(index, classIndex));

    internal static int[] RowsOf(RowIndex index, int classIndex) =>
        [.. Enumerable.Range(0, (int)index.Counts[classIndex]).Select(place => index.RowOf(classIndex, place))];

    /// <summary>An index whose classes lie scattered over the rows.</summary>
    internal static RowIndex Scattered(long[] counts)
    {
        int[] classIndices = [.. counts.SelectMany((count, classIndex) => Enumerable.Repeat(classIndex, (int)count))];
        int[] order = [.. Enumerable.Range(0, classIndices.Length).OrderBy(row => row * 2654435761L % 1000003)];
        return RowIndex.Build(ClassSet.Numbered(counts.Length), [.. order.Select(row => classIndices[row])]);
    }
}
