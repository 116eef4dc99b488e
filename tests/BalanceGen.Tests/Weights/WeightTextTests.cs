namespace BalanceGen.Tests.Weights;

/// <summary>Weights, targets and policies as text, and the members that give them back.</summary>
public sealed class WeightTextTests
{
    private static readonly ClassSet Two = new("a", "bee");

    [Fact]
    public void Targets_are_written_as_in_code()
    {
        Assert.Equal("Uniform", TargetDistribution.Uniform.ToString());
        Assert.Equal("AsSource", TargetDistribution.AsSource.ToString());
        Assert.Equal("SquareRoot", TargetDistribution.SquareRoot.ToString());
        Assert.Equal("Power(-0.25)", TargetDistribution.Power(-0.25).ToString());
        Assert.Equal("Proportional(1, 0.5)", TargetDistribution.Proportional(1, 0.5).ToString());
    }

    [Fact]
    public void Policies_are_written_as_in_code()
    {
        Assert.Equal("Throw", ZeroCountPolicy.Throw.ToString());
        Assert.Equal("ZeroWeight", ZeroCountPolicy.ZeroWeight.ToString());
        Assert.Equal("Smooth(0.5)", ZeroCountPolicy.Smooth(0.5).ToString());
    }

    [Fact]
    public void Class_weights_are_a_table_with_six_digits() =>
        Assert.Equal("class   weight\na      0.53125\nbee    3.33333", new ClassWeights(Two, 0.53125, 10.0 / 3).ToString());

    [Fact]
    public void A_weight_is_found_by_its_class_or_row_and_by_nothing_else()
    {
        var classes = new ClassWeights(Two, 3, 4);
        var rows = new SampleWeights([5, 6, 7]);
        LogitPriors priors = LogitPriors.Of(new ClassCounts(Two, 1, 1));
        Assert.Equal((3, 4, 5, 7), (classes[0], classes[1], rows[0], rows[2]));
        Assert.Equal(3, rows.Count);
        Assert.Same(Two, classes.Classes);
        Assert.Same(Two, priors.Classes);
        foreach (int index in (int[])[-1, 2])
        {
            Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => classes[index]).ParamName);
            Assert.Equal("classIndex", Assert.Throws<ArgumentOutOfRangeException>(() => priors[index]).ParamName);
        }

        Assert.Equal("row", Assert.Throws<ArgumentOutOfRangeException>(() => rows[3]).ParamName);
        Assert.Equal("row", Assert.Throws<ArgumentOutOfRangeException>(() => rows[-1]).ParamName);
    }

    [Fact]
    public void Weights_keep_a_copy_of_what_they_are_made_from()
    {
        double[] values = [1, 2];
        var classes = new ClassWeights(Two, values);
        var rows = new SampleWeights(values.AsSpan());
        TargetDistribution target = TargetDistribution.Proportional(values);
        values[0] = 77;
        Assert.Equal(1, classes[0]);
        Assert.Equal(1, rows[0]);
        var counts = new ClassCounts(Two, 1, 1);
        double[] shares = target.Resolve(counts);
        Assert.Equal([1 / 3.0, 2 / 3.0], shares);
        shares[0] = 77;
        Assert.Equal(1 / 3.0, target.Resolve(counts)[0]);
    }

    [Fact]
    public void Shares_may_miss_their_sum_by_a_millionth_and_not_by_more()
    {
        var counts = new ClassCounts(Two, 1, 1);
        Assert.Equal(1, TargetDistribution.Of(0.5, 0.5000009).Resolve(counts).Sum(), 1e-15);
        Assert.Equal(1, TargetDistribution.Of(0.5, 0.4999991).Resolve(counts).Sum(), 1e-15);
        Assert.Contains("Use TargetDistribution.Proportional", Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0.5, 0.5000011)).Message, StringComparison.Ordinal);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0.5, 0.4999989)).ParamName);
        Assert.Equal("shares", Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0, -1)).ParamName);
        Assert.Equal("proportions", Assert.Throws<ArgumentException>(() => TargetDistribution.Proportional(0)).ParamName);
        Assert.StartsWith("All proportions are 0; at least one class must have a proportion above 0.", Assert.Throws<ArgumentException>(() => TargetDistribution.Proportional()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Smoothed_counts_as_the_source_have_no_exact_integers()
    {
        var counts = new ClassCounts(Two, 3, 0);
        var shares = new ulong[2];
        Assert.False(TargetDistribution.AsSource.TryResolveExactly(counts, ZeroCountPolicy.Smooth(1), shares));
        Assert.True(TargetDistribution.AsSource.TryResolveExactly(counts, ZeroCountPolicy.ZeroWeight, shares));
        Assert.Equal([3ul, 0], shares);
        Assert.True(TargetDistribution.Uniform.TryResolveExactly(counts, ZeroCountPolicy.Smooth(1), shares));
        Assert.Equal([1ul, 0], shares);
        Assert.Throws<EmptyClassException>(() => TargetDistribution.Uniform.TryResolveExactly(counts, ZeroCountPolicy.Throw, shares));
    }

    [Fact]
    public void A_target_without_a_row_to_draw_says_so() =>
        Assert.Equal(
            "The target distribution gives every class that has rows the share 0.",
            Assert.Throws<ArgumentException>(() => TargetDistribution.Of(0, 1).Resolve(new ClassCounts(Two, 3, 0), ZeroCountPolicy.ZeroWeight)).Message);
}
