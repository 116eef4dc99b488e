namespace BalanceGen.Tests.Sampling;

/// <summary>Epochs of an interleaved sampler in which each of its samplers is shown once.</summary>
public sealed class InterleavedOnceTests
{
    private static readonly double[] Shares = [0.2, 0.5, 0.3];
    private static readonly int[] Lengths = [170, 50, 70];

    private static Sampler[] Sources => [new BalancedSampler(Indices.Sorted(160, 10), 1), new RandomSampler(50, 2), new SequentialSampler(70)];

    [Fact]
    public void Every_epoch_shows_each_sampler_once_and_the_shares_hold_until_one_is_exhausted()
    {
        InterleavedSampler mix = Create();
        Sampler[] sources = Sources;
        Assert.Equal(290, mix.EpochLength);
        for (int epoch = 0; epoch < 4; epoch++)
        {
            var next = new int[3];
            var sincePhase = new int[3];
            int ofPhase = 0;
            foreach (int row in mix.Epoch(epoch))
            {
                // Who has been shown has no share; the others have theirs of what is left.
                double left = Enumerable.Range(0, 3).Where(source => next[source] < Lengths[source]).Sum(source => Shares[source]);
                double[] shares = [.. Enumerable.Range(0, 3).Select(source => next[source] < Lengths[source] ? Shares[source] / left : 0)];
                (int drawn, int ownRow) = mix.SourceOf(row);
                Assert.Equal(sources[drawn].RowAt((epoch * Lengths[drawn]) + next[drawn]), ownRow);
                next[drawn]++;
                sincePhase[drawn]++;
                ofPhase++;
                for (int source = 0; source < 3; source++)
                {
                    Assert.InRange(sincePhase[source] - (shares[source] * ofPhase), -1 + 1e-3, 1 - 1e-3);
                    Assert.Equal(shares[source], mix.AchievedShare(source, (290L * epoch) + next.Sum() - 1), 1e-4);
                }

                if (next[drawn] == Lengths[drawn])
                {
                    Array.Clear(sincePhase);
                    ofPhase = 0;
                }
            }

            Assert.Equal(Lengths, next);
        }
    }

    [Fact]
    public void Until_the_first_is_exhausted_the_draws_are_those_of_the_other_epochs()
    {
        InterleavedSampler mix = Create();
        var first = new InterleavedSampler(6, TargetDistribution.Of(Shares), InterleavedEpoch.FirstExhausted, Sources);

        Assert.Equal(first.Epoch(0), mix.Draws(0, first.EpochLength));
        Assert.Equal((3, 0L, first.EpochLength), (mix.SwitchPoints.Count, mix.SwitchPoints[0], mix.SwitchPoints[1]));
        Assert.NotEqual(first.ConfigurationHash, mix.ConfigurationHash);
        Assert.Equal(new InterleavedSampler(7, TargetDistribution.Of(Shares), InterleavedEpoch.EachOnce, Sources).ConfigurationHash, mix.ConfigurationHash);
        SamplerContract.Check(Create);
    }

    [Fact]
    public void The_plan_says_what_then_happens()
    {
        SamplerPlan plan = Create().Plan;

        Assert.True(plan.IsExact);
        Assert.Equal(Lengths, plan.Classes.ToArray().Select(source => (int)source.DrawsPerEpoch));
        Assert.Equal(Lengths.Select(length => length / 290.0), plan.Classes.ToArray().Select(source => source.AchievedShare));
        Assert.Equal([1, 1], plan.Classes.ToArray()[1..].Select(source => source.SeenShare));

        // Of 160 and 10 rows that are drawn equally often, all of the 160 are seen after 320 draws of theirs: in the second epoch.
        int[] rows = Create().RowsOf(0, 1000);
        var seen = new HashSet<int>();
        int untilSeen = 1 + Enumerable.Range(0, 1000).First(draw => rows[draw] < 170 && seen.Add(rows[draw]) && seen.Count == 170);
        Assert.Equal(untilSeen / 290.0, plan.Classes[0].EpochsUntilAllSeen!.Value, 1e-9);
    }

    [Fact]
    public void A_sampler_without_a_share_is_not_drawn_and_one_alone_is_itself()
    {
        var mix = new InterleavedSampler(6, TargetDistribution.Of(0.5, 0, 0.5), InterleavedEpoch.EachOnce, Sources);
        var alone = new InterleavedSampler(6, TargetDistribution.Uniform, InterleavedEpoch.EachOnce, new RandomSampler(50, 2));

        Assert.Equal(240, mix.EpochLength);
        Assert.DoesNotContain(mix.RowsOf(0, 2000), row => mix.SourceOf(row).Source == 1);
        Assert.Null(mix.Plan.Classes[1].EpochsUntilAllSeen);
        Assert.Equal(new RandomSampler(50, 2).RowsOf(0, 300), alone.RowsOf(0, 300));
    }

    private static InterleavedSampler Create() => new(6, TargetDistribution.Of(Shares), InterleavedEpoch.EachOnce, Sources);
}
