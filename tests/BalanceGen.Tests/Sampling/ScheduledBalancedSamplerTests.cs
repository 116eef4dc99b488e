namespace BalanceGen.Tests.Sampling;

public sealed class ScheduledBalancedSamplerTests
{
    private static readonly int[] RowCounts = [255, 1, 400, 30];

    [Fact]
    public void Progressive_targets_are_those_of_the_formula()
    {
        ClassCounts counts = Indices.Sorted(300, 100).Counts;
        var schedule = TargetSchedule.Progressive(4);
        double[] first = [.. Enumerable.Range(0, 7).Select(epoch => schedule.TargetOf(epoch, counts).Resolve(counts)[0])];

        double[] expected = [0.75, 0.6875, 0.625, 0.5625, 0.5, 0.5, 0.5];
        Assert.All(first.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
        Assert.Equal(4, schedule.LastSwitch);
        Assert.Same(TargetDistribution.AsSource, schedule.TargetOf(0, counts));
        Assert.Same(TargetDistribution.Uniform, schedule.TargetOf(4, counts));
    }

    [Fact]
    public void In_each_phase_a_class_is_less_than_one_draw_from_its_share_and_over_k_phases_less_than_k()
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(RowCounts);
        var sampler = new ScheduledBalancedSampler(index, seed: 81, TargetSchedule.Progressive(5), epochLength: 1003);
        Assert.Equal([0, 1003, 2006, 3009, 4012, 5015], sampler.SwitchPoints);
        var inPhase = new long[4];
        var total = new long[4];
        var owed = new double[4];
        int phase = 0;
        long draw = 0;
        foreach (int row in sampler.Draws(0, 9000))
        {
            if (phase < 5 && draw == sampler.SwitchPoints[phase + 1])
            {
                phase++;
                Array.Clear(inPhase);
            }

            inPhase[classOfRow[row]]++;
            total[classOfRow[row]]++;
            long ofPhase = draw + 1 - sampler.SwitchPoints[phase];
            for (int classIndex = 0; classIndex < 4; classIndex++)
            {
                double share = sampler.AchievedShare(classIndex, draw);
                owed[classIndex] += share;
                Assert.True(Math.Abs(inPhase[classIndex] - (share * ofPhase)) < 1 - 1e-9, $"class {classIndex}, draw {draw}");
                Assert.True(Math.Abs(total[classIndex] - owed[classIndex]) < phase + 1, $"class {classIndex}, draw {draw}");
            }

            draw++;
        }

        for (int classIndex = 0; classIndex < 4; classIndex++)
        {
            Assert.Equal(total[classIndex], sampler.DrawsOf(classIndex, 9000));
            Assert.Equal(0.25, sampler.AchievedShare(classIndex, 5015));
        }
    }

    [Theory]
    [InlineData("progressive")]
    [InlineData("steps")]
    [InlineData("changed")]
    public void Rows_of_a_class_are_visited_equally_often_across_switch_points(string kind)
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(RowCounts);
        ScheduledBalancedSampler sampler = kind switch
        {
            "progressive" => new ScheduledBalancedSampler(index, 82, TargetSchedule.Progressive(7), epochLength: 331),
            "steps" => new ScheduledBalancedSampler(index, 82, TargetSchedule.Steps(
                new TargetStep(0, TargetDistribution.Uniform), new TargetStep(3, TargetDistribution.Of(0.5, 0, 0.5, 0)), new TargetStep(4, TargetDistribution.SquareRoot))),
            _ => new BalancedSampler(index, 82).WithTarget(TargetDistribution.AsSource, 777).WithTarget(TargetDistribution.Of(0.1, 0.2, 0.3, 0.4), 2001),
        };
        var visits = new int[index.RowCount];
        var inPass = new int[4];
        var pass = new int[4];
        foreach (int row in sampler.Draws(0, 12_000))
        {
            int drawn = classOfRow[row];
            Assert.Equal(pass[drawn], visits[row]++);
            if (++inPass[drawn] == RowCounts[drawn])
            {
                inPass[drawn] = 0;
                pass[drawn]++;
            }
        }
    }

    [Fact]
    public void A_changed_target_keeps_every_draw_before_it()
    {
        RowIndex index = Indices.Mixed(RowCounts).Index;
        var before = new BalancedSampler(index, 83, TargetDistribution.SquareRoot);
        ScheduledBalancedSampler after = before.WithTarget(TargetDistribution.Of(0, 0, 0, 1), 1234);

        Assert.Equal(before.RowsOf(0, 1234), after.RowsOf(0, 1234));
        Assert.All(after.RowsOf(1234, 500), row => Assert.Contains(row, Rows(index, 3)));
        Assert.NotEqual(before.ConfigurationHash, after.ConfigurationHash);

        // A later change keeps both; an earlier one drops the first.
        Assert.Equal(after.RowsOf(0, 2000), after.WithTarget(TargetDistribution.Uniform, 2000).RowsOf(0, 2000));
        ScheduledBalancedSampler earlier = after.WithTarget(TargetDistribution.Uniform, 100);
        Assert.Equal([0, 100], earlier.SwitchPoints);
        Assert.Equal(before.RowsOf(0, 100), earlier.RowsOf(0, 100));
    }

    [Fact]
    public void One_step_draws_as_the_balanced_sampler_of_its_target()
    {
        RowIndex index = Indices.Mixed(RowCounts).Index;

        Assert.Equal(
            new BalancedSampler(index, 84, TargetDistribution.SquareRoot).RowsOf(12_345, 5000),
            new ScheduledBalancedSampler(index, 84, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.SquareRoot))).RowsOf(12_345, 5000));
    }

    [Fact]
    public void A_state_of_another_schedule_is_refused()
    {
        RowIndex index = Indices.Mixed(RowCounts).Index;
        var sampler = new ScheduledBalancedSampler(index, 85, TargetSchedule.Progressive(7));
        var other = new ScheduledBalancedSampler(index, 85, TargetSchedule.Progressive(8));

        Assert.Throws<SamplerStateMismatchException>(() => other.ResumeFrom(sampler.StateAt(5)));
        Assert.Equal(5, new ScheduledBalancedSampler(index, 85, TargetSchedule.Progressive(7)).ResumeFrom(sampler.StateAt(5)));
    }

    [Fact]
    public void A_state_knows_where_its_target_changed()
    {
        RowIndex index = Indices.Mixed(RowCounts).Index;
        var unchanged = new BalancedSampler(index, 87, TargetDistribution.SquareRoot);
        SamplerState saved = unchanged.WithTarget(TargetDistribution.Uniform, 1000).StateAt(1500);
        Sampler[] others =
        [
            unchanged,
            unchanged.WithTarget(TargetDistribution.Uniform, 999),
            unchanged.WithTarget(TargetDistribution.Uniform, 1001),
            unchanged.WithTarget(TargetDistribution.Of(0.25, 0.25, 0.24, 0.26), 1000),
            new BalancedSampler(index, 87, TargetDistribution.AsSource).WithTarget(TargetDistribution.Uniform, 1000),
            unchanged.WithTarget(TargetDistribution.Uniform, 1000).WithTarget(TargetDistribution.AsSource, 2000),
        ];
        foreach (SamplerState state in (SamplerState[])[SamplerState.FromJson(saved.ToJson()), SamplerState.Read(saved.ToBytes())])
        {
            Assert.Equal(1500, new BalancedSampler(index, 87, TargetDistribution.SquareRoot).WithTarget(TargetDistribution.Uniform, 1000).ResumeFrom(state));
            Assert.All(others, other => Assert.Throws<SamplerStateMismatchException>(() => other.ResumeFrom(state)));
        }
    }

    [Fact]
    public void The_plan_is_what_the_sampler_then_does()
    {
        (RowIndex index, _) = Indices.Mixed(RowCounts);
        var sampler = new ScheduledBalancedSampler(index, 86, TargetSchedule.Progressive(3));
        SamplerPlan plan = sampler.Plan;
        var trace = new SamplerTrace(index);
        trace.Record(sampler.RowsOf(0, 686));

        Assert.True(plan.IsExact);
        Assert.Equal(trace.RowsSeen, plan.RowsSeenPerEpoch, 1e-9);
        long draws = (long)Math.Round(plan.EpochsUntilAllSeen!.Value * 686);
        var until = new SamplerTrace(index);
        until.Record(sampler.RowsOf(0, (int)draws - 1));
        Assert.Equal(index.RowCount - 1, until.RowsSeen);
        until.Record([sampler.RowAt(draws - 1)]);
        Assert.Equal(index.RowCount, until.RowsSeen);
        Assert.Null(new BalancedSampler(index, 1).WithTarget(TargetDistribution.Of(0, 1, 0, 0), 10).Plan.EpochsUntilAllSeen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Draws_until_all_rows_of_a_class_are_seen_are_those_of_a_run(long seed)
    {
        // The second class is complete in the first phase, the others in a later one, and the last has no part in the last phase.
        int[] rowCounts = [120, 1, 500, 90];
        (RowIndex index, int[] classOfRow) = Indices.Mixed(rowCounts);
        ScheduledBalancedSampler sampler = new BalancedSampler(index, seed).WithTarget(TargetDistribution.Of(0.5, 0, 0.25, 0.25), 50)
            .WithTarget(TargetDistribution.AsSource, 333).WithTarget(TargetDistribution.Of(0.125, 0.125, 0.75, 0), 700);
        var lastSeen = new long?[rowCounts.Length];
        var seen = new HashSet<int>();
        for (long draw = 0; draw < 3000; draw++)
        {
            int row = sampler.RowAt(draw);
            if (seen.Add(row))
            {
                lastSeen[classOfRow[row]] = draw + 1;
            }
        }

        int unseen = rowCounts[3] - seen.Count(row => classOfRow[row] == 3);
        Assert.Equal(rowCounts.Sum() - unseen, seen.Count);
        for (int classIndex = 0; classIndex < rowCounts.Length; classIndex++)
        {
            Assert.Equal(classIndex == 3 && unseen > 0 ? null : lastSeen[classIndex], sampler.DrawsUntilAllSeen(classIndex));
        }
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        RowIndex index = Indices.Sorted(10, 5);
        Assert.Equal("epochs", Assert.Throws<ArgumentOutOfRangeException>(() => TargetSchedule.Progressive(0)).ParamName);
        Assert.Throws<ArgumentException>(() => TargetSchedule.Steps());
        Assert.Throws<ArgumentException>(() => TargetSchedule.Steps(new TargetStep(1, TargetDistribution.Uniform)));
        var error = Assert.Throws<ArgumentException>(() => TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Uniform), new TargetStep(0, TargetDistribution.Uniform)));
        Assert.Contains("Step 1 starts at epoch 0", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TargetSchedule.Steps(default(TargetStep)));
        Assert.Throws<ClassMismatchException>(() => new ScheduledBalancedSampler(index, 1, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Of(1)))));
        Assert.Throws<EmptyDatasetException>(() => new ScheduledBalancedSampler(Indices.Sorted(0), 1, TargetSchedule.Progressive(2)));
        Assert.Equal("fromDraw", Assert.Throws<ArgumentOutOfRangeException>(() => new BalancedSampler(index, 1).WithTarget(TargetDistribution.Uniform, 0)).ParamName);
        Assert.Throws<ArgumentNullException>(() => new BalancedSampler(index, 1).WithTarget(null!, 5));
    }

    private static HashSet<int> Rows(RowIndex index, int classIndex) =>
        [.. Enumerable.Range(0, (int)index.Counts[classIndex]).Select(place => index.RowOf(classIndex, place))];
}
