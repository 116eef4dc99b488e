namespace BalanceGen.Tests.Weights;

public sealed class ClassWeightsScalingTests
{
    private static readonly ClassSet Four = new("a", "b", "c", "d");
    private static readonly ClassWeights Weights = new(Four, 4, 1, 0, 7);

    [Fact]
    public void Weights_are_scaled_to_what_the_name_says()
    {
        Assert.Equal([1, 0.25, 0, 1.75], Weights.WithClassMeanOne().Values.ToArray());
        Assert.Equal([4.0 / 7, 1.0 / 7, 0, 1], Weights.WithLargestOne().Values.ToArray());
        Assert.Equal([4, 1, 0, 7], new ClassWeights(Four, 2, 0.5, 0, 3.5).WithSmallestOne().Values.ToArray());
        Assert.Equal([2, 0.5, 0, 3.5], Weights.WithRowMeanOne(new ClassCounts(Four, 2, 0, 2, 0)).Values.ToArray());
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1.0)]
    [InlineData(2e307)]
    public void The_scale_does_not_matter_however_large_or_small(double scale)
    {
        var scaled = new ClassWeights(Four, 4 * scale, scale, 0, 7 * scale);
        Assert.Equal(Weights.WithClassMeanOne().Values.ToArray(), scaled.WithClassMeanOne().Values.ToArray(), Near);
        var counts = new ClassCounts(Four, 5, 6, 7, 8);
        Assert.Equal(Weights.WithRowMeanOne(counts).Values.ToArray(), scaled.WithRowMeanOne(counts).Values.ToArray(), Near);
    }

    [Fact]
    public void The_row_mean_is_over_the_rows()
    {
        var counts = new ClassCounts(Four, 100, 30, 20, 1);
        ClassWeights scaled = Weights.WithRowMeanOne(counts);
        Assert.Equal(counts.Total, scaled.Values.ToArray().Select((weight, index) => weight * counts[index]).Sum(), 1e-10);
    }

    [Fact]
    public void Weights_that_are_all_zero_cannot_be_scaled()
    {
        var zero = new ClassWeights(Four, 0, 0, 0, 0);
        Assert.Equal("All weights are 0; they cannot be scaled.", Assert.Throws<InvalidOperationException>(zero.WithClassMeanOne).Message);
        Assert.Equal("All weights are 0; they cannot be scaled.", Assert.Throws<InvalidOperationException>(zero.WithLargestOne).Message);
        Assert.Equal("All weights are 0; they cannot be scaled.", Assert.Throws<InvalidOperationException>(zero.WithSmallestOne).Message);
        Assert.Equal(
            "All rows have the weight 0; there is no scale that makes their mean 1.",
            Assert.Throws<InvalidOperationException>(() => Weights.WithRowMeanOne(new ClassCounts(Four, 0, 0, 5, 0))).Message);
        Assert.Throws<EmptyDatasetException>(() => Weights.WithRowMeanOne(new ClassCounts(Four, 0, 0, 0, 0)));
        Assert.Throws<ClassMismatchException>(() => Weights.WithRowMeanOne(new ClassCounts(new ClassSet("x"), 1)));
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-14 * Math.Abs(expected);
}
