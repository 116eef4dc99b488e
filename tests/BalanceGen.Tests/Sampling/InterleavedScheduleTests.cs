namespace BalanceGen.Tests.Sampling;

/// <summary>An interleaved sampler whose shares change with its epochs.</summary>
public sealed class InterleavedScheduleTests
{
    private static readonly double[][] Shares = [[0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.5, 0.5, 0]];
    private static readonly long[] Switches = [0, 227, 681];

    private static Sampler[] Sources => [new BalancedSampler(Indices.Sorted(160, 10), 1), new RandomSampler(50, 2), new SequentialSampler(7)];

    [Fact]
    public void Every_prefix_of_a_phase_has_its_shares_and_every_source_goes_on_where_it_was()
    {
        InterleavedSampler mix = Create();
        Sampler[] sources = Sources;
        var next = new long[3];
        var before = new long[3];
        int phase = 0;
        int[] rows = mix.RowsOf(0, 3000);
        for (int draw = 0; draw < rows.Length; draw++)
        {
            if (phase < 2 && draw == Switches[phase + 1])
            {
                phase++;
                next.CopyTo(before, 0);
            }

            (int source, int row) = mix.SourceOf(rows[draw]);
            Assert.Equal(sources[source].RowAt(next[source]), row);
            next[source]++;
            for (int index = 0; index < 3; index++)
            {
                double owed = Shares[phase][index] * (draw + 1 - Switches[phase]);
                Assert.InRange(next[index] - before[index] - owed, -1 + 1e-9, 1 - 1e-9);
                Assert.Equal(Shares[phase][index], mix.AchievedShare(index, draw), 1e-12);
            }
        }

        Assert.Equal(Switches, mix.SwitchPoints);
        Assert.Equal((227, InterleavedEpoch.Together), (mix.EpochLength, mix.Ends));
    }

    [Fact]
    public void It_resumes_before_at_and_after_a_switch_on_any_number_of_ranks()
    {
        int[] expected = Create().RowsOf(0, 2000);
        foreach (int draw in (int[])[1, 226, 227, 228, 680, 681, 682, 1500])
        {
            InterleavedSampler later = Create();
            Assert.Equal(expected[draw..(draw + 400)], later.RowsOf(later.ResumeFrom(Create().StateAt(draw)), 400));

            var taken = new Dictionary<long, int>();
            foreach (SamplerShard shard in Enumerable.Range(0, 3).Select(rank => later.Shard(rank, 3, Create().StateAt(draw), batchSize: 4)))
            {
                for (int own = 0; own < 120; own++)
                {
                    taken.Add(shard.GlobalDraw(own), shard.RowAt(own));
                }
            }

            Assert.All(taken, pair => Assert.Equal(expected[pair.Key], pair.Value));
            Assert.All(Enumerable.Range(draw, 200), global => Assert.Contains(global, taken.Keys));
        }

        Assert.Throws<SamplerStateMismatchException>(() => Create(last: 4).ResumeFrom(Create().StateAt(5)));
        Assert.Throws<SamplerStateMismatchException>(() => new InterleavedSampler(6, TargetDistribution.Of(Shares[0]), Sources).ResumeFrom(Create().StateAt(5)));
    }

    [Fact]
    public void One_step_is_the_sampler_of_its_shares()
    {
        var plain = new InterleavedSampler(6, TargetDistribution.Of(Shares[0]), Sources);
        var scheduled = new InterleavedSampler(6, TargetSchedule.Steps(new TargetStep(0, TargetDistribution.Of(Shares[0]))), Sources);

        Assert.Equal(plain.RowsOf(12_345, 1000), scheduled.RowsOf(12_345, 1000));
        Assert.Equal(77, scheduled.ResumeFrom(plain.StateAt(77)));
        Assert.Equal([0], plain.SwitchPoints);
    }

    [Fact]
    public void Shares_pass_from_the_numbers_of_rows_to_equal_ones()
    {
        var mix = new InterleavedSampler(1, TargetSchedule.Progressive(4), ("web", new SequentialSampler(300)), ("studio", new SequentialSampler(100)));
        double[] expected = [0.75, 0.6875, 0.625, 0.5625, 0.5, 0.5];

        for (int epoch = 0; epoch < expected.Length; epoch++)
        {
            Assert.Equal(expected[epoch] * 400, mix.Epoch(epoch).Count(row => row < 300));
        }

        // No row of either was left out or came early: the sequential ones go round and round.
        int[] rows = mix.RowsOf(0, 2400);
        int[] web = [.. rows.Where(row => row < 300)];
        int[] studio = [.. rows.Where(row => row >= 300)];
        Assert.Equal(Enumerable.Range(0, web.Length).Select(place => place % 300), web);
        Assert.Equal(Enumerable.Range(0, studio.Length).Select(place => 300 + (place % 100)), studio);
        Assert.Contains("studio", mix.Plan.ToString(), StringComparison.Ordinal);
        Assert.Equal([0.5, 0.5], mix.Plan.Classes.ToArray().Select(source => source.TargetShare));
    }

    [Fact]
    public void The_plan_says_what_then_happens()
    {
        InterleavedSampler mix = Create();
        SamplerPlan plan = mix.Plan;
        var drawn = new long[3];
        var seen = new HashSet<int>[] { [], [], [] };
        var seenInEpoch = new int[3];
        var until = new double?[3];
        int[] counts = [170, 50, 7];
        for (int draw = 0; draw < 5000; draw++)
        {
            (int source, int row) = mix.SourceOf(mix.RowAt(draw));
            if (seen[source].Add(row) && seen[source].Count == counts[source])
            {
                until[source] = (draw + 1.0) / mix.EpochLength;
            }

            if (draw < mix.EpochLength)
            {
                drawn[source]++;
                seenInEpoch[source] = seen[source].Count;
            }
        }

        Assert.True(plan.IsExact);
        for (int source = 0; source < 3; source++)
        {
            ClassPlan of = plan.Classes[source];
            Assert.Equal((Shares[2][source], drawn[source]), (of.TargetShare, of.DrawsPerEpoch));
            Assert.Equal(seenInEpoch[source] / (double)counts[source], of.SeenShare, 1e-12);
            Assert.Equal(until[source]!.Value, of.EpochsUntilAllSeen!.Value, 1e-9);
        }
    }

    [Fact]
    public void A_source_that_loses_its_share_too_soon_is_never_seen_whole()
    {
        var mix = new InterleavedSampler(
            1, TargetSchedule.Steps(new(0, TargetDistribution.Of(0.5, 0.5)), new(1, TargetDistribution.Of(1, 0))), new SequentialSampler(10), new SequentialSampler(90));

        Assert.Null(mix.Plan.Classes[1].EpochsUntilAllSeen);
        Assert.Null(mix.Plan.EpochsUntilAllSeen);
        Assert.Equal(50, mix.Plan.Classes[1].DrawsPerEpoch);
        Assert.All(mix.RowsOf(100, 1000), row => Assert.InRange(row, 0, 9));
        Assert.Equal(0, mix.AchievedShare(1, 100));
    }

    [Fact]
    public void A_step_of_another_number_of_shares_is_refused()
    {
        TargetSchedule schedule = TargetSchedule.Steps(new(0, TargetDistribution.Uniform), new(1, TargetDistribution.Of(0.5, 0.5)));

        Assert.Throws<ClassMismatchException>(() => new InterleavedSampler(1, schedule, Sources));
        Assert.Throws<ArgumentException>(() => new InterleavedSampler(1, schedule, ("web", Sources[0]), ("web", Sources[1])));
        Assert.Throws<OverflowException>(() => new InterleavedSampler(1, TargetSchedule.Steps(new(0, TargetDistribution.Uniform), new(long.MaxValue / 2, TargetDistribution.AsSource)), Sources));
    }

    private static InterleavedSampler Create(long last = 3) => new(
        6,
        TargetSchedule.Steps(new(0, TargetDistribution.Of(Shares[0])), new(1, TargetDistribution.Of(Shares[1])), new(last, TargetDistribution.Of(Shares[2]))),
        Sources);
}
