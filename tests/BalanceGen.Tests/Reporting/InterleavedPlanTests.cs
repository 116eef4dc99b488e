using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Reporting;

public sealed class InterleavedPlanTests
{
    [Fact]
    public void Shares_draws_and_coverage_of_exact_samplers_are_what_then_happens()
    {
        var sampler = new InterleavedSampler(
            4,
            TargetDistribution.Of(0.5, 0.3, 0.15, 0.05),
            new BalancedSampler(Indices.Sorted(160, 10), 1),
            new RandomSampler(50, 2),
            new SequentialSampler(7),
            new ScheduledBalancedSampler(Indices.Sorted(9, 4), 3, TargetSchedule.Progressive(3)));
        SamplerPlan plan = sampler.Plan;
        var drawn = new long[4];
        var unseen = new[] { 170, 50, 7, 13 };
        var seenInEpoch = new double[4];
        var until = new double[4];
        bool[] seen = new bool[sampler.DatasetLength];
        for (long draw = 0; draw < sampler.EpochLength || unseen.Any(count => count > 0); draw++)
        {
            int row = sampler.RowAt(draw);
            int source = sampler.SourceOf(row).Source;
            drawn[source] += draw < sampler.EpochLength ? 1 : 0;
            if (!seen[row])
            {
                seen[row] = true;
                unseen[source]--;
                until[source] = (draw + 1.0) / sampler.EpochLength;
                seenInEpoch[source] += draw < sampler.EpochLength ? 1 : 0;
            }
        }

        Assert.True(plan.IsExact);
        for (int source = 0; source < 4; source++)
        {
            ClassPlan of = plan.Classes[source];
            Assert.Equal(drawn[source], of.DrawsPerEpoch);
            Assert.Equal(seenInEpoch[source] / of.Count, of.SeenShare, 1e-12);
            Assert.Equal(until[source], of.EpochsUntilAllSeen!.Value, 1e-9);
            Assert.Equal(of.TargetShare, of.AchievedShare, 1e-12);
        }

        Assert.Equal(until.Max(), plan.EpochsUntilAllSeen!.Value, 1e-9);
        Assert.Equal(["class", "0", "1", "2", "3", "total", "exact"], plan.ToString().Split('\n').Select(line => line.Split(' ')[0]));
        Assert.Single(plan.ToString().Split('\n')[..^1].Select(line => line.Length).Distinct());
    }

    [Fact]
    public void Coverage_of_random_samplers_is_the_expectation()
    {
        // 400 seeds, 5 standard errors (p = 6e-7 each). Both go through several epochs of their own in one of the whole.
        const int seeds = 400;
        SamplerPlan plan = Create(0).Plan;
        Assert.False(plan.IsExact);
        var seen = new double[4];
        var squares = new double[4];
        for (int seed = 0; seed < seeds; seed++)
        {
            InterleavedSampler sampler = Create(seed);
            int[] rows = [.. sampler.RowsOf(0, (int)sampler.EpochLength).Distinct()];
            for (int source = 0; source < 4; source++)
            {
                double share = rows.Count(row => sampler.SourceOf(row).Source == source) / (double)plan.Classes[source].Count;
                seen[source] += share;
                squares[source] += share * share;
            }
        }

        for (int source = 0; source < 4; source++)
        {
            double mean = seen[source] / seeds;
            double error = Math.Sqrt(Math.Max(0, (squares[source] / seeds) - (mean * mean)) / seeds);

            // 0.01: what the plans of draws without replacement are off for so few rows.
            Assert.Equal(plan.Classes[source].SeenShare, mean, (5 * error) + 0.01);
        }

        static InterleavedSampler Create(long seed) => new(
            seed,
            TargetDistribution.Uniform,
            new WeightedRandomSampler(Indices.Sorted(60, 20), seed),
            new WeightedRandomSampler(Indices.Sorted(200, 60), seed, 40, replacement: false),
            new WeightedRandomSampler(Indices.Sorted(200), new SampleWeights([.. Enumerable.Range(1, 200).Select(row => (double)row)]), seed, 30, replacement: false),
            new RandomUnderSampler(Indices.Sorted(200, 15), seed));
    }

    [Fact]
    public void Sources_without_a_share_or_with_rows_that_never_come_are_never_seen()
    {
        var sampler = new InterleavedSampler(
            1, TargetDistribution.Of(0.75, 0, 0.25), new SequentialSampler(6), new SequentialSampler(2), new WeightedRandomSampler(Indices.Sorted(4), new SampleWeights([1, 1, 0, 1]), 1L));
        SamplerPlan plan = sampler.Plan;
        Assert.Equal([false, true, true], plan.Classes.ToArray().Select(of => of.EpochsUntilAllSeen is null));
        Assert.Equal((0, 0, 0), (plan.Classes[1].DrawsPerEpoch, plan.Classes[1].SeenShare, plan.Classes[1].AchievedShare));
        Assert.Null(plan.EpochsUntilAllSeen);
    }

    [Fact]
    public void A_sampler_without_a_share_makes_nothing_inexact()
    {
        Sampler random = new WeightedRandomSampler(Indices.Sorted(60, 20), 1);
        Assert.True(new InterleavedSampler(1, TargetDistribution.Of(0.75, 0, 0.25), new SequentialSampler(6), random, new SequentialSampler(2)).Plan.IsExact);
        Assert.False(new InterleavedSampler(1, TargetDistribution.Of(0.75, 0.25), new SequentialSampler(6), random).Plan.IsExact);
    }

    [Fact]
    public void A_shard_inside_has_no_plan() =>
        Assert.Throws<NotSupportedException>(() => new InterleavedSampler(1, TargetDistribution.Uniform, new SequentialSampler(6), new SequentialSampler(6).Shard(0, 2)).Plan);

    [Fact]
    public void Samplers_that_know_no_classes_plan_all_rows()
    {
        SamplerPlan pass = new RandomSampler(100, 1, epochLength: 40).Plan;
        Assert.Equal((true, 2.5, 40, 0.4), (pass.IsExact, pass.EpochsUntilAllSeen!.Value, pass.RowsSeenPerEpoch, pass.Classes[0].RepeatsPerRow));
        Assert.Equal(1, new SequentialSampler(9).Plan.EpochsUntilAllSeen);

        // n·H_n draws.
        SamplerPlan coupons = new RandomSampler(50, 1, replacement: true).Plan;
        Assert.Equal(Enumerable.Range(1, 50).Sum(k => 1.0 / k), coupons.EpochsUntilAllSeen!.Value, 0.002);
        Assert.Equal(50 * (1 - Math.Pow(0.98, 50)), coupons.RowsSeenPerEpoch, 1e-9);
    }
}
