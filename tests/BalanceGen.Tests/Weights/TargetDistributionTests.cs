namespace BalanceGen.Tests.Weights;

public sealed class TargetDistributionTests
{
    private static readonly ClassSet Three = new("a", "b", "c");

    [Theory]
    [InlineData(0, 1.0 / 3, 1.0 / 3, 1.0 / 3)]
    [InlineData(1, 0.64, 0.32, 0.04)]
    [InlineData(0.5, 8 / 15.656854249492381, 5.656854249492381 / 15.656854249492381, 2 / 15.656854249492381)]
    [InlineData(-1, 0.015625 / 0.296875, 0.03125 / 0.296875, 0.25 / 0.296875)]
    public void Power_targets_follow_the_formula(double q, double a, double b, double c)
    {
        double[] shares = TargetDistribution.Power(q).Resolve(new ClassCounts(Three, 64, 32, 4));
        Assert.Equal([a, b, c], shares, (expected, actual) => Math.Abs(expected - actual) < 1e-14);
    }

    [Fact]
    public void Named_targets_are_the_powers_they_are_named_after()
    {
        var counts = new ClassCounts(Three, 90, 9, 1);
        Assert.Equal(TargetDistribution.Power(0).Resolve(counts), TargetDistribution.Uniform.Resolve(counts));
        Assert.Equal(TargetDistribution.Power(1).Resolve(counts), TargetDistribution.AsSource.Resolve(counts));
        Assert.Equal(TargetDistribution.Power(0.5).Resolve(counts), TargetDistribution.SquareRoot.Resolve(counts));
    }

    [Fact]
    public void Explicit_shares_are_kept_and_proportions_of_any_scale_normalised()
    {
        var counts = new ClassCounts(Three, 5, 5, 5);
        Assert.Equal([0.5, 0.5, 0], TargetDistribution.Of(0.5, 0.5, 0).Resolve(counts));
        Assert.Equal([0.5, 0.25, 0.25], TargetDistribution.Proportional(2e300, 1e300, 1e300).Resolve(counts));
        Assert.Equal([1, 0, 0], TargetDistribution.Proportional(1e-300, 0, 0).Resolve(counts));
    }

    [Fact]
    public void Shares_of_class_weights_are_the_class_sums_of_the_rows_weights()
    {
        int[] classOfRow = [0, 2, 1, 0, 0, 2, 0, 0, 0];
        RowIndex index = RowIndex.Build(new ClassSet("a", "b", "c", "d"), classOfRow);
        foreach (double scale in (double[])[1, 1e300, 1e-300])
        {
            var weights = new ClassWeights(index.Classes, 0.5 * scale, 0, 3 * scale, 7 * scale);
            double[] ofRows = [.. weights.ToSampleWeights(index).Values];
            double[] expected = [.. Enumerable.Range(0, 4).Select(c => classOfRow.Zip(ofRows).Sum(row => row.First == c ? row.Second / ofRows.Sum() : 0))];

            // No row has the class d, and its weight asks for none.
            Assert.Equal(expected, TargetDistribution.OfClassWeights(index.Counts, weights).Resolve(index.Counts), (one, other) => Math.Abs(one - other) < 1e-14);
        }
    }

    [Fact]
    public void Balanced_weights_ask_for_equal_shares_and_equal_weights_for_those_of_the_data()
    {
        var counts = new ClassCounts(Three, 64, 32, 4);
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], Resolve(ClassWeights.Balanced(counts)), (one, other) => Math.Abs(one - other) < 1e-15);
        Assert.Equal([0.64, 0.32, 0.04], Resolve(new ClassWeights(Three, 9, 9, 9)), (one, other) => Math.Abs(one - other) < 1e-15);
        Assert.Equal([0.64, 0.32, 0.04], Resolve(new ClassWeights(Three, double.MaxValue, double.MaxValue, double.MaxValue)), (one, other) => Math.Abs(one - other) < 1e-15);

        var sampler = new WeightedRandomSampler(RowIndex.OfSortedRows(counts), seed: 1, target: TargetDistribution.OfClassWeights(counts, new ClassWeights(Three, 1, 0, 16)));
        Assert.Equal(0.5, sampler.ShareOf(2), 1e-15);
        Assert.Equal(0, sampler.ShareOf(1));

        double[] Resolve(ClassWeights weights) => TargetDistribution.OfClassWeights(counts, weights).Resolve(counts);
    }

    [Fact]
    public void Class_weights_that_give_no_target_are_refused()
    {
        Assert.Throws<ClassMismatchException>(() => TargetDistribution.OfClassWeights(new ClassCounts(Three, 1, 1, 1), new ClassWeights(new ClassSet("x"), 1)));
        Assert.Throws<EmptyDatasetException>(() => TargetDistribution.OfClassWeights(new ClassCounts(Three, 0, 0, 0), new ClassWeights(Three, 1, 1, 1)));
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => TargetDistribution.OfClassWeights(new ClassCounts(Three, 5, 0, 1), new ClassWeights(Three, 0, 9, 0))).ParamName);
    }

    [Fact]
    public void Shares_are_finite_and_add_up_to_one_for_extreme_counts()
    {
        var counts = new ClassCounts(Three, long.MaxValue / 2, 1, 3);
        foreach (double q in (double[])[-4, -1, -0.3, 0, 0.1, 0.5, 1, 2.7, 4])
        {
            double[] shares = TargetDistribution.Power(q).Resolve(counts);
            Assert.All(shares, share => Assert.InRange(share, 0, 1));
            Assert.Equal(1, shares.Sum(), 1e-14);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.5)]
    public void A_target_that_asks_for_an_empty_class_throws_with_its_name(double q)
    {
        var counts = new ClassCounts(Three, 5, 0, 2);
        var error = Assert.Throws<EmptyClassException>(() => TargetDistribution.Power(q).Resolve(counts));
        Assert.Equal([1], error.ClassIndices);
        Assert.StartsWith("The class 'b' has no rows: the target distribution asks for rows that cannot be drawn.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_that_does_not_ask_for_an_empty_class_is_fine()
    {
        var counts = new ClassCounts(Three, 5, 0, 5);
        Assert.Equal([0.5, 0, 0.5], TargetDistribution.AsSource.Resolve(counts));
        Assert.Equal([0.25, 0, 0.75], TargetDistribution.Of(0.25, 0, 0.75).Resolve(counts));
    }

    [Fact]
    public void Empty_classes_get_no_share_under_the_other_policies()
    {
        var counts = new ClassCounts(Three, 5, 0, 2);
        Assert.Equal([0.5, 0, 0.5], TargetDistribution.Uniform.Resolve(counts, ZeroCountPolicy.ZeroWeight));
        Assert.Equal([0.5, 0, 0.5], TargetDistribution.Uniform.Resolve(counts, ZeroCountPolicy.Smooth(1)));
        Assert.Equal([0.25, 0, 0.75], TargetDistribution.Proportional(1, 4, 3).Resolve(counts, ZeroCountPolicy.ZeroWeight));
        double[] smoothed = TargetDistribution.AsSource.Resolve(counts, ZeroCountPolicy.Smooth(1));
        Assert.Equal([6.0 / 9, 0, 3.0 / 9], smoothed, (expected, actual) => Math.Abs(expected - actual) < 1e-15);
    }

    [Fact]
    public void A_target_that_wants_only_an_empty_class_is_refused_under_every_policy()
    {
        var counts = new ClassCounts(Three, 5, 0, 2);
        Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0, 1, 0).Resolve(counts, ZeroCountPolicy.ZeroWeight));
    }

    [Theory]
    [InlineData(double.NaN, "class 1 is NaN")]
    [InlineData(-0.5, "class 1 is -0.5")]
    [InlineData(double.PositiveInfinity, "class 1 is Infinity")]
    public void Shares_that_are_no_shares_are_refused(double share, string part)
    {
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0.5, share)).Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("class 1", Assert.Throws<ArgumentException>(() => TargetDistribution.Proportional(0.5, share)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_that_do_not_add_up_are_refused_with_their_sum()
    {
        Assert.Contains("add up to 0.75", Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0.5, 0.25)).Message, StringComparison.Ordinal);
        Assert.Contains("All shares are 0", Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("All proportions are 0", Assert.Throws<ArgumentException>(() => TargetDistribution.Proportional(0, 0)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_the_wrong_length_and_empty_data_are_refused()
    {
        Assert.Contains("is for 2 classes, the data set has 3: 'a', 'b', 'c'", Assert.Throws<ClassMismatchException>(() => TargetDistribution.Of(0.5, 0.5).Resolve(new ClassCounts(Three, 1, 1, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<EmptyDatasetException>(() => TargetDistribution.Uniform.Resolve(new ClassCounts(Three, 0, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetDistribution.Power(double.NaN));
    }

    [Fact]
    public void Integer_shares_are_exact_where_the_target_has_them()
    {
        var counts = new ClassCounts(Three, 70, 0, 7);
        var shares = new ulong[3];
        Assert.True(TargetDistribution.AsSource.TryResolveExactly(counts, default, shares));
        Assert.Equal([70, 0, 7], shares);
        Assert.True(TargetDistribution.Uniform.TryResolveExactly(counts, ZeroCountPolicy.ZeroWeight, shares));
        Assert.Equal([1, 0, 1], shares);
        Assert.False(TargetDistribution.SquareRoot.TryResolveExactly(counts, default, shares));
        Assert.False(TargetDistribution.Of(0.5, 0, 0.5).TryResolveExactly(counts, default, shares));
    }
}
