namespace BalanceGen.Tests.Weights;

public sealed class TargetScheduleTests
{
    private static readonly ClassCounts Counts = new(new ClassSet("a", "b"), 80, 20);
    private static readonly TargetDistribution First = TargetDistribution.Of(0.9, 0.1);
    private static readonly TargetDistribution Second = TargetDistribution.Of(0.3, 0.7);

    [Fact]
    public void Each_step_holds_until_the_next_begins()
    {
        TargetSchedule schedule = TargetSchedule.Steps(new(0, First), new(3, Second), new(7, TargetDistribution.Uniform));
        Assert.Equal(7, schedule.LastSwitch);
        Assert.Equal([0L, 3, 7], schedule.Switches());
        Assert.All((long[])[0, 1, 2], epoch => Assert.Same(First, schedule.TargetOf(epoch, Counts)));
        Assert.All((long[])[3, 6], epoch => Assert.Same(Second, schedule.TargetOf(epoch, Counts)));
        Assert.All((long[])[7, 8, long.MaxValue], epoch => Assert.Same(TargetDistribution.Uniform, schedule.TargetOf(epoch, Counts)));
    }

    [Fact]
    public void A_progression_passes_evenly_from_one_target_into_the_other()
    {
        TargetSchedule schedule = TargetSchedule.Progressive(4, First, Second);
        Assert.Equal(4, schedule.LastSwitch);
        Assert.Equal([0L, 1, 2, 3, 4], schedule.Switches());
        Assert.Same(First, schedule.TargetOf(0, Counts));
        for (int epoch = 1; epoch < 4; epoch++)
        {
            double[] shares = schedule.TargetOf(epoch, Counts).Resolve(Counts);
            Assert.Equal(0.9 - (0.15 * epoch), shares[0], 1e-14);
            Assert.Equal(0.1 + (0.15 * epoch), shares[1], 1e-14);
        }

        Assert.Same(Second, schedule.TargetOf(4, Counts));
        Assert.Same(Second, schedule.TargetOf(5, Counts));
    }

    [Fact]
    public void A_progression_goes_from_the_data_to_uniform_unless_said_otherwise()
    {
        Assert.Equal([0.65, 0.35], TargetSchedule.Progressive(2).TargetOf(1, Counts).Resolve(Counts), (expected, actual) => Math.Abs(expected - actual) < 1e-14);
        Assert.Same(TargetDistribution.AsSource, TargetSchedule.Progressive(1).TargetOf(0, Counts));
        Assert.Same(TargetDistribution.Uniform, TargetSchedule.Progressive(1).TargetOf(1, Counts));
        Assert.Equal(100_000, TargetSchedule.Progressive(100_000).LastSwitch);
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetSchedule.Progressive(100_001));
    }

    [Fact]
    public void A_progression_needs_rows_between_its_ends()
    {
        TargetSchedule schedule = TargetSchedule.Progressive(3);
        var counts = new ClassCounts(Counts.Classes, 5, 0);
        Assert.Throws<EmptyClassException>(() => schedule.TargetOf(1, counts));
        Assert.Equal([1, 0], schedule.TargetOf(1, counts, ZeroCountPolicy.ZeroWeight).Resolve(counts));
        Assert.Throws<EmptyDatasetException>(() => schedule.TargetOf(1, new ClassCounts(Counts.Classes, 0, 0)));
        Assert.Equal("epoch", Assert.Throws<ArgumentOutOfRangeException>(() => schedule.TargetOf(-1, counts)).ParamName);
    }

    [Fact]
    public void Steps_that_are_no_schedule_are_refused_with_the_step()
    {
        AssertRefused("A schedule starts with a step at epoch 0.", []);
        AssertRefused("A schedule starts with a step at epoch 0.", [new(2, First)]);
        AssertRefused("Step 1 has no target.", [new(0, First), new(3, null!)]);
        AssertRefused("Step 2 starts at epoch 3, not after step 1, which starts at epoch 3.", [new(0, First), new(3, Second), new(3, First)]);

        static void AssertRefused(string message, TargetStep[] steps)
        {
            var error = Assert.Throws<ArgumentException>(() => TargetSchedule.Steps(steps));
            Assert.Equal("steps", error.ParamName);
            Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        }
    }
}
