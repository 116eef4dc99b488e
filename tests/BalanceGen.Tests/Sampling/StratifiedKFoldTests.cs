namespace BalanceGen.Tests.Sampling;

public sealed class StratifiedKFoldTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    public void Every_row_is_tested_once_and_classes_and_totals_are_even(int k)
    {
        long[] counts = [103, 7, 0, 8, 300, 11];
        RowIndex index = StratifiedSplitTests.Scattered(counts);
        StratifiedKFold folds = StratifiedKFold.Of(index, k, seed: 9);
        var tests = folds.Select(fold => fold.Test).ToArray();

        Assert.Equal(k, folds.Count);
        Assert.Equal(Enumerable.Range(0, index.RowCount), tests.SelectMany(StratifiedSplitTests.Rows).Order());
        Assert.InRange(tests.Max(test => test.RowCount) - tests.Min(test => test.RowCount), 0, 1);
        for (int classIndex = 0; classIndex < counts.Length; classIndex++)
        {
            Assert.InRange(tests.Max(test => test.Counts[classIndex]) - tests.Min(test => test.Counts[classIndex]), 0, 1);
        }

        foreach ((RowIndex train, RowIndex test) in folds)
        {
            Assert.Equal(Enumerable.Range(0, index.RowCount), StratifiedSplitTests.Rows(train).Concat(StratifiedSplitTests.Rows(test)).Order());
        }
    }

    [Fact]
    public void A_class_with_fewer_rows_than_folds_throws_with_its_name_by_default()
    {
        var error = Assert.Throws<RareClassException>(() => StratifiedKFold.Of(StratifiedSplitTests.Scattered([50, 4]), 5, seed: 1));
        Assert.StartsWith("The class '1' (4 rows) has too few rows for every subset of the split: 5 are needed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rare_classes_are_kept_for_training_or_spread()
    {
        RowIndex index = StratifiedSplitTests.Scattered([50, 4, 20]);
        Assert.All(StratifiedKFold.Of(index, 5, 1, RareClassPolicy.KeepInTrain), fold =>
        {
            Assert.Equal([10, 0, 4], fold.Test.Counts.Values.ToArray());
            Assert.Equal([40, 4, 16], fold.Train.Counts.Values.ToArray());
        });
        Assert.Equal([0, 1, 1, 1, 1], StratifiedKFold.Of(index, 5, 1, RareClassPolicy.Spread).Select(fold => fold.Test.Counts[1]).Order());
    }

    [Fact]
    public void Folds_without_test_rows_are_refused()
    {
        Assert.Throws<RareClassException>(() => StratifiedKFold.Of(StratifiedSplitTests.Scattered([4, 4]), 5, 1, RareClassPolicy.KeepInTrain));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedKFold.Of(StratifiedSplitTests.Scattered([4, 4]), 9, 1, RareClassPolicy.Spread));
        Assert.Throws<ArgumentOutOfRangeException>(() => StratifiedKFold.Of(StratifiedSplitTests.Scattered([4, 4]), 1, 1));
        Assert.Throws<EmptyDatasetException>(() => StratifiedKFold.Of(StratifiedSplitTests.Scattered([0]), 2, 1));
    }

    [Fact]
    public void There_may_be_as_many_folds_as_rows() =>
        Assert.Equal(Enumerable.Range(0, 10), StratifiedKFold.Of(Indices.Sorted(10), 10, 1).Select(fold => Assert.Single(StratifiedSplitTests.Rows(fold.Test))).Order());

    [Fact]
    public void A_fold_out_of_range_is_refused()
    {
        StratifiedKFold folds = StratifiedKFold.Of(StratifiedSplitTests.Scattered([9, 9]), 3, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => folds[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => folds[-1]);
    }

    [Fact]
    public void Folds_depend_on_the_seed()
    {
        RowIndex index = StratifiedSplitTests.Scattered([60, 30]);
        Assert.Equal(StratifiedSplitTests.Rows(StratifiedKFold.Of(index, 3, 1)[0].Test), StratifiedSplitTests.Rows(StratifiedKFold.Of(index, 3, 1)[0].Test));
        Assert.NotEqual(StratifiedSplitTests.Rows(StratifiedKFold.Of(index, 3, 1)[0].Test), StratifiedSplitTests.Rows(StratifiedKFold.Of(index, 3, 2)[0].Test));
    }
}
