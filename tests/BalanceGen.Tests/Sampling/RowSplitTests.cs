namespace BalanceGen.Tests.Sampling;

public sealed class RowSplitTests
{
    private static readonly SubsetSize[] TrainValidationTest = [SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Rows(50)];

    [Theory]
    [InlineData(SplitOrder.Stratified)]
    [InlineData(SplitOrder.Shuffled)]
    [InlineData(SplitOrder.InOrder)]
    public void Sides_have_their_sizes_and_every_row_once(SplitOrder order)
    {
        RowIndex index = StratifiedSplitTests.Scattered([300, 150, 43]);
        RowSubsets subsets = RowSubsets.Of(index, new SplitOptions { Order = order, Seed = 3 }, TrainValidationTest);

        Assert.Equal([394, 49, 50], subsets.Select(subset => subset.RowCount));
        Assert.Equal(Enumerable.Range(0, 493), subsets.SelectMany(StratifiedSplitTests.Rows).Order());
    }

    [Fact]
    public void Stratified_sides_have_every_class_in_proportion()
    {
        long[] counts = [300, 150, 43, 0, 3];
        RowIndex index = StratifiedSplitTests.Scattered(counts);
        RowSubsets subsets = RowSubsets.Of(index, new SplitOptions { Seed = 3 }, TrainValidationTest);
        double[] shares = [397.0 / 496, 50.0 / 496, 50.0 / 496];
        for (int subset = 0; subset < 3; subset++)
        {
            for (int classIndex = 0; classIndex < counts.Length; classIndex++)
            {
                Assert.InRange(subsets[subset].Counts[classIndex] - (shares[subset] * counts[classIndex]), -2, 2);
                Assert.True(counts[classIndex] == 0 || subsets[subset].Counts[classIndex] > 0);
            }
        }
    }

    [Fact]
    public void Two_stratified_sides_are_those_of_the_older_split()
    {
        RowIndex index = StratifiedSplitTests.Scattered([300, 150, 43]);
        RowSplit older = StratifiedSplit.Of(index, 0.2, seed: 7);
        (RowIndex train, RowIndex test) = RowSubsets.Of(index, new SplitOptions { Seed = 7 }, SubsetSize.Rest, SubsetSize.Share(0.2));

        Assert.Equal(StratifiedSplitTests.Rows(older.Train), StratifiedSplitTests.Rows(train));
        Assert.Equal(StratifiedSplitTests.Rows(older.Test), StratifiedSplitTests.Rows(test));
    }

    [Fact]
    public void Rows_in_order_are_cut_where_the_sizes_say()
    {
        RowSubsets subsets = RowSubsets.Of(StratifiedSplitTests.Scattered([6, 4]), new SplitOptions { Order = SplitOrder.InOrder }, SubsetSize.Share(0.6), SubsetSize.Share(0.2), SubsetSize.Share(0.2));

        Assert.Equal(["0 1 2 3 4 5", "6 7", "8 9"], subsets.Select(subset => string.Join(' ', StratifiedSplitTests.Rows(subset).Order())));
        RowFolds folds = RowFolds.Of(StratifiedSplitTests.Scattered([6, 4]), 3, new SplitOptions { Order = SplitOrder.InOrder });
        Assert.Equal(["0 1 2 3", "4 5 6", "7 8 9"], folds.Select(fold => string.Join(' ', StratifiedSplitTests.Rows(fold.Test).Order())));
        Assert.Equal(Enumerable.Range(4, 6), StratifiedSplitTests.Rows(folds[0].Train).Order());
    }

    [Fact]
    public void Repetitions_deal_out_anew_and_the_first_is_that_of_the_seed()
    {
        RowIndex index = StratifiedSplitTests.Scattered([60, 30]);
        string[] tests = [.. Enumerable.Range(0, 20).Select(repetition => Test(new SplitOptions { Seed = 5, Repetition = repetition }))];

        Assert.Equal(20, tests.Distinct().Count());
        Assert.Equal(tests[0], Test(new SplitOptions { Seed = 5 }));
        Assert.Equal(tests[7], Test(new SplitOptions { Seed = 5, Repetition = 7 }));
        Assert.Equal(
            StratifiedSplitTests.Rows(StratifiedKFold.Of(index, 3, 5)[1].Test), StratifiedSplitTests.Rows(RowFolds.Of(index, 3, new SplitOptions { Seed = 5 })[1].Test));

        string Test(SplitOptions options) => string.Join(' ', StratifiedSplitTests.Rows(RowSubsets.Of(index, options, SubsetSize.Rest, SubsetSize.Rows(30))[1]));
    }

    [Fact]
    public void Every_row_is_as_often_on_a_shuffled_side_as_its_size_says()
    {
        RowIndex index = StratifiedSplitTests.Scattered([30, 10]);
        var tested = new int[40];
        for (int repetition = 0; repetition < 4000; repetition++)
        {
            foreach (int row in RowSubsets.Of(index, new SplitOptions { Order = SplitOrder.Shuffled, Repetition = repetition }, SubsetSize.Rest, SubsetSize.Rows(10))[1])
            {
                tested[row]++;
            }
        }

        // Each is binomial with mean 1000 and standard deviation 27.4: six of them.
        Assert.All(tested, times => Assert.InRange(times, 1000 - 165, 1000 + 165));
    }

    [Fact]
    public void Rare_classes_stay_on_the_first_side_where_the_policy_says()
    {
        RowSubsets subsets = RowSubsets.Of(
            StratifiedSplitTests.Scattered([50, 2, 20]), new SplitOptions { RareClasses = RareClassPolicy.KeepInTrain }, SubsetSize.Share(0.5), SubsetSize.Share(0.25), SubsetSize.Share(0.25));

        Assert.Equal([2, 0, 0], subsets.Select(subset => subset.Counts[1]));
        Assert.Throws<RareClassException>(() => RowSubsets.Of(StratifiedSplitTests.Scattered([50, 2, 20]), new SplitOptions(), SubsetSize.Equal(3)));
    }

    [Fact]
    public void The_report_has_the_achieved_shares_and_the_worst_deviation()
    {
        SplitReport report = RowSubsets.Of(StratifiedSplitTests.Scattered([90, 10]), new SplitOptions { Order = SplitOrder.InOrder }, SubsetSize.Rest, SubsetSize.Share(0.2)).Report;
        double[] shares = [.. report.Subsets.Select(subset => subset.ClassShares[1])];

        Assert.Equal([80, 20], report.Subsets.Select(subset => subset.Rows));
        Assert.Equal(1, shares.Sum(), 12);
        Assert.Equal(report.WorstDeviation, Math.Max(Math.Abs(shares[1] - 0.2), Math.Abs(report.Subsets[1].ClassShares[0] - 0.2)), 12);
        Assert.Equal(0, report.WorstSizeDeviation);
        Assert.Null(report.Subsets[0].Groups);
        Assert.Contains("worst deviation: class '", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_that_do_not_add_up_are_refused()
    {
        RowIndex index = StratifiedSplitTests.Scattered([10, 10]);
        var options = new SplitOptions();

        Assert.Contains("take 15 rows, and there are 20", Assert.Throws<ArgumentException>(() => RowSubsets.Of(index, options, SubsetSize.Rows(10), SubsetSize.Rows(5))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RowSubsets.Of(index, options, SubsetSize.Rest, SubsetSize.Rest));
        Assert.Throws<ArgumentException>(() => RowSubsets.Of(index, options, SubsetSize.Rest, SubsetSize.Rows(20)));
        Assert.Throws<ArgumentException>(() => RowSubsets.Of(index, options, SubsetSize.Rest, SubsetSize.Share(0.01)));
        Assert.Throws<ArgumentException>(() => RowSubsets.Of(index, options, SubsetSize.Rest));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubsetSize.Share(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubsetSize.Share(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubsetSize.Rows(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SubsetSize.Equal(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowSubsets.Of(index, new SplitOptions { Order = (SplitOrder)7 }, SubsetSize.Equal(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowSubsets.Of(index, new SplitOptions { Repetition = -1 }, SubsetSize.Equal(2)));
        Assert.Throws<EmptyDatasetException>(() => RowSubsets.Of(StratifiedSplitTests.Scattered([0]), options, SubsetSize.Equal(2)));
        Assert.Throws<InvalidOperationException>(() => { var (_, _, _) = RowSubsets.Of(index, options, SubsetSize.Equal(2)); });
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(997)]
    public void Equal_shares_differ_by_at_most_one_row(int rows)
    {
        RowSubsets subsets = RowSubsets.Of(StratifiedSplitTests.Scattered([rows]), new SplitOptions { Order = SplitOrder.Shuffled }, SubsetSize.Equal(3));
        Assert.InRange(subsets.Max(subset => subset.RowCount) - subsets.Min(subset => subset.RowCount), 0, 1);
    }

    [Fact]
    public void A_data_set_has_the_same_sides_with_its_rows()
    {
        IndexedDataset<int> numbers = IndexedDataset.Create(Enumerable.Range(0, 100).ToArray(), ClassSet.Numbered(2), row => row % 2);
        (IndexedDataset<int> train, IndexedDataset<int> validation, IndexedDataset<int> test) = numbers.Split(new SplitOptions { Seed = 1 }, SubsetSize.Rest, SubsetSize.Rows(20), SubsetSize.Share(0.1));

        Assert.Equal([70, 20, 10], [train.Count, validation.Count, test.Count]);
        Assert.Equal([10, 10], validation.Counts.Values);
        Assert.Equal(Enumerable.Range(0, 100), train.Rows.Concat(validation.Rows).Concat(test.Rows).Order());
        DatasetFolds<int> folds = numbers.KFold(4, new SplitOptions { Order = SplitOrder.InOrder });
        Assert.Equal(Enumerable.Range(25, 25), folds[1].Test.Rows.Order());
        Assert.Equal(0, folds.Report!.WorstSizeDeviation);
    }
}
