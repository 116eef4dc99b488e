namespace BalanceGen.Tests.Sampling;

public sealed class SamplingStrategyTests
{
    private static readonly RowIndex Three = Indices.Sorted(50, 7, 20);

    [Fact]
    public void Oversampling_brings_the_chosen_classes_up_to_the_most_frequent()
    {
        Assert.Equal([50, 50, 50], Over(SamplingStrategy.Auto));
        Assert.Equal([50, 50, 20], Over(SamplingStrategy.Minority));
        Assert.Equal([50, 50, 50], Over(SamplingStrategy.NotMajority));
        Assert.Equal([50, 7, 50], Over(SamplingStrategy.NotMinority));
        Assert.Equal([50, 50, 50], Over(SamplingStrategy.All));
        Assert.Equal([50, 9, 60], Over(SamplingStrategy.Counts(("class 1", 9), ("class 2", 60))));
    }

    [Fact]
    public void Undersampling_brings_the_chosen_classes_down_to_the_least_frequent()
    {
        Assert.Equal([7, 7, 7], Under(SamplingStrategy.Auto));
        Assert.Equal([7, 7, 20], Under(SamplingStrategy.Majority));
        Assert.Equal([50, 7, 7], Under(SamplingStrategy.NotMajority));
        Assert.Equal([7, 7, 7], Under(SamplingStrategy.NotMinority));
        Assert.Equal([7, 7, 7], Under(SamplingStrategy.All));
        Assert.Equal([9, 0, 20], Under(SamplingStrategy.Counts(("class 0", 9), ("class 1", 0))));
    }

    [Fact]
    public void A_ratio_is_the_minority_divided_by_the_majority()
    {
        RowIndex two = Indices.Sorted(160, 10);
        Assert.Equal([160, 80], new RandomOverSampler(two, 1, SamplingStrategy.Ratio(0.5)).ResampledCounts.Values.ToArray());
        Assert.Equal([160, 10], new RandomOverSampler(two, 1, SamplingStrategy.Ratio(0.0625)).ResampledCounts.Values.ToArray());
        Assert.Equal([160, 10], new RandomUnderSampler(two, 1, SamplingStrategy.Ratio(0.0625)).ResampledCounts.Values.ToArray());
        Assert.Equal([20, 10], new RandomUnderSampler(two, 1, SamplingStrategy.Ratio(0.5)).ResampledCounts.Values.ToArray());
        Assert.Equal([13, 10], new RandomUnderSampler(two, 1, SamplingStrategy.Ratio(0.75)).ResampledCounts.Values.ToArray());
        Assert.Contains("'class 1' has 10 rows, more than 0.05", Assert.Throws<ArgumentException>(() => new RandomOverSampler(two, 1, SamplingStrategy.Ratio(0.05))).Message, StringComparison.Ordinal);
        Assert.Contains("Choose a greater ratio", Assert.Throws<ArgumentException>(() => new RandomUnderSampler(two, 1, SamplingStrategy.Ratio(0.05))).Message, StringComparison.Ordinal);
        Assert.Contains("3 have rows", Assert.Throws<ArgumentException>(() => new RandomOverSampler(Three, 1, SamplingStrategy.Ratio(0.5))).Message, StringComparison.Ordinal);
        Assert.Contains("3 have rows", Assert.Throws<ArgumentException>(() => new RandomUnderSampler(Three, 1, SamplingStrategy.Ratio(0.5))).Message, StringComparison.Ordinal);
        Assert.Equal([40, 0, 80], new RandomOverSampler(Indices.Sorted(10, 0, 80), 1, SamplingStrategy.Ratio(0.5)).ResampledCounts.Values.ToArray());
    }

    [Fact]
    public void Classes_without_rows_stay_without()
    {
        RowIndex index = Indices.Sorted(5, 0, 9);
        Assert.Equal([9, 0, 9], new RandomOverSampler(index, 1).ResampledCounts.Values.ToArray());
        Assert.Equal([5, 0, 5], new RandomUnderSampler(index, 1).ResampledCounts.Values.ToArray());
        Assert.Contains("'class 1' has no rows: its rows cannot be repeated", Assert.Throws<EmptyClassException>(() => new RandomOverSampler(index, 1, SamplingStrategy.Counts(("class 1", 3)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_strategy_of_the_other_kind_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Over(SamplingStrategy.Majority));
        Assert.Equal(
            "Undersampling cannot take from the minority class: use SamplingStrategy.Majority, NotMajority, NotMinority, All, Ratio or Counts.",
            Assert.Throws<ArgumentException>(() => Under(SamplingStrategy.Minority)).Message);
        Assert.Contains("cannot reduce class 'class 0' from 50 to 49", Assert.Throws<ArgumentException>(() => Over(SamplingStrategy.Counts(("class 0", 49)))).Message, StringComparison.Ordinal);
        Assert.Contains("cannot raise class 'class 0' from 50 to 51", Assert.Throws<ArgumentException>(() => Under(SamplingStrategy.Counts(("class 0", 51)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_numbers_and_names_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingStrategy.Ratio(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingStrategy.Ratio(1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingStrategy.Ratio(double.NaN));
        Assert.Contains("'a'", Assert.Throws<ArgumentOutOfRangeException>(() => SamplingStrategy.Counts(("a", -1))).Message, StringComparison.Ordinal);
        Assert.Contains("'a' is named twice", Assert.Throws<ArgumentException>(() => SamplingStrategy.Counts(("a", 1), ("a", 2))).Message, StringComparison.Ordinal);
        Assert.Throws<UnknownLabelException>(() => Over(SamplingStrategy.Counts(("class 9", 100))));
    }

    [Fact]
    public void A_strategy_is_written_as_in_code() =>
        Assert.Equal(
            ["Auto", "Minority", "Majority", "NotMinority", "NotMajority", "All", "Ratio(0.5)", "Counts((\"a\", 3), (\"b\", 4))"],
            new[]
            {
                SamplingStrategy.Auto, SamplingStrategy.Minority, SamplingStrategy.Majority, SamplingStrategy.NotMinority, SamplingStrategy.NotMajority,
                SamplingStrategy.All, SamplingStrategy.Ratio(0.5), SamplingStrategy.Counts(("a", 3), ("b", 4)),
            }.Select(strategy => strategy.ToString()));

    private static long[] Over(SamplingStrategy strategy) => new RandomOverSampler(Three, 1, strategy).ResampledCounts.Values.ToArray();

    private static long[] Under(SamplingStrategy strategy) => new RandomUnderSampler(Three, 1, strategy).ResampledCounts.Values.ToArray();
}
