namespace BalanceGen.Tests.Weights;

public sealed class RowWeightsTests
{
    [Fact]
    public void Class_shares_hold_between_classes_and_row_weights_within_them()
    {
        RowIndex index = RowIndex.Build(ClassSet.Numbered(2), (int[])[0, 1, 0, 0]);

        SampleWeights weights = new SampleWeights([1, 5, 3, 0]).WithClassShares(index, TargetDistribution.Uniform);

        // N = 4 rows, half of it for each class: class 0 splits 2 as 1:3:0, class 1 has one row.
        Assert.Equal([0.5, 2, 1.5, 0], weights.Values.ToArray());
    }

    [Fact]
    public void Rows_that_the_index_does_not_have_get_the_weight_0()
    {
        RowIndex part = RowIndex.Build(ClassSet.Numbered(2), (int[])[0, 1, 0, 0]).Where(row => row != 2);

        Assert.Equal([1.5 * 0.25, 1.5, 0, 1.5 * 0.75], new SampleWeights([1, 7, 9, 3]).WithClassShares(part, TargetDistribution.Uniform).Values.ToArray());
    }

    [Fact]
    public void A_class_whose_rows_weigh_nothing_cannot_have_a_share()
    {
        RowIndex index = RowIndex.Build(ClassSet.Numbered(2), (int[])[0, 1]);

        Assert.Contains("class '1'", Assert.Throws<ArgumentOutOfRangeException>(() => new SampleWeights([1, 0]).WithClassShares(index, TargetDistribution.Uniform)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new SampleWeights([double.MaxValue, double.MaxValue, 1]).WithClassShares(RowIndex.Build(ClassSet.Numbered(2), (int[])[0, 0, 1]), TargetDistribution.Uniform));
        Assert.Equal([2, 0], new SampleWeights([1, 0]).WithClassShares(index, TargetDistribution.Of(1, 0)).Values.ToArray());
        Assert.Throws<ArgumentException>(() => new SampleWeights([1]).WithClassShares(index, TargetDistribution.Uniform));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_none_is_refused_with_its_row(double weight) =>
        Assert.Contains("row 1", Assert.Throws<ArgumentOutOfRangeException>(() => SampleWeights.Of<double, Weigher>([1, weight], default)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_weights_of_rows_are_the_weigher_s_and_may_be_0() => Assert.Equal([1.5, 0, 4], SampleWeights.Of<double, Weigher>([1.5, 0, 4], default).Values.ToArray());

    private readonly struct Weigher : ISampleWeigher<double>
    {
        public double WeightOf(in double row) => row;
    }
}
