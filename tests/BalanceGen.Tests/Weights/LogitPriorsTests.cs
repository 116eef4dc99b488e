namespace BalanceGen.Tests.Weights;

public sealed class LogitPriorsTests
{
    private static readonly ClassSet Three = new("a", "b", "c");
    private static readonly ClassCounts Counts = new(Three, 90, 9, 1);

    [Fact]
    public void Priors_are_tau_times_the_logarithm_of_the_share()
    {
        LogitPriors priors = LogitPriors.Of(Counts);
        Assert.Equal([Math.Log(0.9), Math.Log(0.09), Math.Log(0.01)], priors.Values.ToArray(), Near);
        Assert.Equal(priors.Values.ToArray().Select(value => 2.5 * value), LogitPriors.Of(Counts, 2.5).Values.ToArray(), Near);
        Assert.Equal(1, priors.Values.ToArray().Sum(Math.Exp), 1e-14);
        Assert.Equal(priors[2], priors.Values[2]);
    }

    [Fact]
    public void A_class_without_rows_has_a_prior_only_when_smoothed()
    {
        var counts = new ClassCounts(Three, 6, 0, 2);
        Assert.Contains("'b' has no rows: its logit prior ln 0", Assert.Throws<EmptyClassException>(() => LogitPriors.Of(counts)).Message, StringComparison.Ordinal);
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => LogitPriors.Of(counts, 1, ZeroCountPolicy.ZeroWeight)).Message, StringComparison.Ordinal);
        Assert.Equal([Math.Log(7.0 / 11), Math.Log(1.0 / 11), Math.Log(3.0 / 11)], LogitPriors.Of(counts, 1, ZeroCountPolicy.Smooth(1)).Values.ToArray(), Near);
        Assert.Equal(Math.Log(0.9), LogitPriors.Of(Counts, 1, ZeroCountPolicy.ZeroWeight)[0], 1e-15);
        Assert.Throws<EmptyDatasetException>(() => LogitPriors.Of(new ClassCounts(Three, 0, 0, 0)));
    }

    [Fact]
    public void Priors_are_finite_for_extreme_counts()
    {
        Assert.All(LogitPriors.Of(new ClassCounts(Three, long.MaxValue - 1, 1, 0), 1000, ZeroCountPolicy.Smooth(1e-9)).Values.ToArray(), value => Assert.True(double.IsFinite(value) && value <= 0));
    }

    [Fact]
    public void Adding_is_for_training_and_subtracting_for_the_decision()
    {
        LogitPriors priors = LogitPriors.Of(Counts);
        double[] logits = [1, 2, 3, -1, 0, 0.5];
        priors.AddTo<double>(logits);
        Assert.Equal(1 + Math.Log(0.9), logits[0], 1e-14);
        Assert.Equal(0.5 + Math.Log(0.01), logits[5], 1e-14);

        float[] decision = [2, 1, 0];
        priors.SubtractFrom<float>(decision);
        Assert.Equal([2 - (float)Math.Log(0.9), 1 - (float)Math.Log(0.09), (float)-Math.Log(0.01)], decision, (expected, actual) => Math.Abs(expected - actual) < 1e-6f);
    }

    [OptimizedFact]
    public void Adjusting_does_not_allocate()
    {
        LogitPriors priors = LogitPriors.Of(Counts);
        float[] logits = new float[300];
        priors.AddTo<float>(logits);
        long before = GC.GetAllocatedBytesForCurrentThread();
        priors.AddTo<float>(logits);
        priors.SubtractFrom<float>(logits);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Logits_that_are_not_finite_are_refused_by_row_and_class_and_nothing_is_changed(float bad)
    {
        float[] logits = [0, 0, 0, 0, bad, 0];
        var error = Assert.Throws<ArgumentException>(() => LogitPriors.Of(Counts).AddTo<float>(logits));
        Assert.Contains("row 1 for class 'b'", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, logits[0]);
        Assert.Throws<ArgumentException>(() => LogitPriors.Of(Counts).AddTo<float>(new float[4]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(1001.0)]
    public void A_temperature_outside_the_range_is_refused(double tau) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LogitPriors.Of(Counts, tau));

    [Fact]
    public void The_table_is_aligned() =>
        Assert.Equal("class  logit prior\na        -0.105361\nb         -2.40795\nc         -4.60517", LogitPriors.Of(Counts).ToString());

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-14 * Math.Abs(expected);
}
