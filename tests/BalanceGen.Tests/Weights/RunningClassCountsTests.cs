namespace BalanceGen.Tests.Weights;

public sealed class RunningClassCountsTests
{
    private static readonly ClassSet Classes = new("a", "b", "c");

    [Fact]
    public void Averages_follow_the_recurrence_and_weights_are_balanced_weights_of_the_average_batch()
    {
        var running = new RunningClassCounts(Classes, decay: 0.75);
        running.Observe([0, 0, 0, 1]);
        Assert.Equal([3, 1, 0], running.Averages.ToArray());
        running.Observe([2, 2, 1, -1], ignoreIndex: -1);
        double[] expected = [0.75 * 3, (0.75 * 1) + (0.25 * 1), 0.25 * 2];
        Assert.Equal(expected, running.Averages.ToArray());

        ClassWeights weights = running.ToClassWeights();
        double total = expected.Sum();
        for (int index = 0; index < 3; index++)
        {
            Assert.Equal(total / (3 * expected[index]), weights[index], 1e-12);
        }

        // The invariant of balanced weights: the weighted total is the total.
        Assert.Equal(total, expected.Select((average, index) => average * weights[index]).Sum(), 1e-12);
    }

    [Fact]
    public void A_class_not_seen_yet_follows_the_policy()
    {
        var running = new RunningClassCounts(Classes, decay: 0.9);
        running.Observe([0, 0, 1]);
        EmptyClassException error = Assert.Throws<EmptyClassException>(() => running.ToClassWeights());
        Assert.Contains("'c'", error.Message);
        Assert.Equal([3 / (2 * 2.0), 3 / (2 * 1.0), 0], running.ToClassWeights(ZeroCountPolicy.ZeroWeight).Values.ToArray());
        Assert.Equal([6 / (3 * 3.0), 6 / (3 * 2.0), 6 / (3 * 1.0)], running.ToClassWeights(ZeroCountPolicy.Smooth(1)).Values.ToArray());
    }

    [Fact]
    public void Nothing_seen_is_an_error_and_empty_batches_change_nothing()
    {
        var running = new RunningClassCounts(Classes, decay: 0);
        running.Observe([]);
        running.Observe([-1, -1], ignoreIndex: -1);
        Assert.Throws<EmptyDatasetException>(() => running.ToClassWeights(ZeroCountPolicy.Smooth(1)));
        running.Observe([2]);
        running.Observe([]);
        Assert.Equal([0, 0, 1], running.Averages.ToArray());
    }

    [Fact]
    public void Weights_stay_finite_however_long_a_class_was_not_seen()
    {
        var running = new RunningClassCounts(Classes, decay: 0.01);
        running.Observe([0, 1, 2]);
        for (int batch = 0; batch < 2000; batch++)
        {
            running.Observe([0, 0, 1, 1]);
        }

        float[] weights = new float[3];
        Assert.True(double.IsFinite(running.SampleWeights([0, 1, 2], weights)));
        Assert.All(weights, weight => Assert.True(float.IsFinite(weight)));
        Assert.True(weights[2] > 1e15);
    }

    [Fact]
    public void A_bad_batch_leaves_the_counts_as_they_were()
    {
        var running = new RunningClassCounts(Classes, decay: 0.5);
        running.Observe([0, 1]);
        Assert.Throws<UnknownLabelException>(() => running.Observe([0, 7]));
        Assert.Equal([1, 1, 0], running.Averages.ToArray());
        Assert.Equal([1L, 1, 0], running.Observed.Values.ToArray());
    }

    [Fact]
    public void A_saved_state_continues_where_it_was()
    {
        var first = new RunningClassCounts(Classes, decay: 0.5);
        first.Observe([0, 1, 2, 2]);
        var second = new RunningClassCounts(first.Observed, first.Averages, decay: 0.5);
        first.Observe([0, 0]);
        second.Observe([0, 0]);
        Assert.Equal(first.Averages.ToArray(), second.Averages.ToArray());
        Assert.Equal(first.ToClassWeights().Values.ToArray(), second.ToClassWeights().Values.ToArray());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_decay_outside_its_range_is_refused(double decay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunningClassCounts(Classes, decay));

    [Fact]
    public void A_saved_average_outside_its_range_is_refused()
    {
        ClassCounts observed = new(Classes, 1, 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunningClassCounts(observed, [1, double.NaN, 1], 0.5));
        Assert.Throws<ClassMismatchException>(() => new RunningClassCounts(observed, [1, 1], 0.5));
    }

    [OptimizedFact]
    public void Observing_and_weighing_do_not_allocate()
    {
        var running = new RunningClassCounts(Classes, decay: 0.9);
        int[] rows = [0, 1, 2, 0, 1];
        double[] weights = new double[rows.Length];
        for (int warmUp = 0; warmUp < 200; warmUp++)
        {
            Run();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Run();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run()
        {
            running.Observe(rows);
            running.SampleWeights(rows, weights);
        }
    }
}
