namespace BalanceGen.Tests.Reporting;

public sealed class SamplerPlanTests
{
    private static readonly RowIndex Article = Index(160, 10);

    [Theory]
    [InlineData(new[] { 160, 10 }, 0.0, 170)]
    [InlineData(new[] { 160, 10 }, 1.0, 170)]
    [InlineData(new[] { 160, 10 }, 0.5, 10)]
    [InlineData(new[] { 7, 1, 30, 2 }, 0.0, 1)]
    [InlineData(new[] { 7, 0, 30, 2 }, 0.5, 13)]
    [InlineData(new[] { 900, 300, 5 }, 0.7, 1205)]
    public void A_balanced_plan_is_what_the_sampler_then_does(int[] counts, double power, int epochLength)
    {
        RowIndex index = Index(counts);
        var sampler = new BalancedSampler(index, 3, TargetDistribution.Power(power), ZeroCountPolicy.ZeroWeight, epochLength);
        SamplerPlan plan = sampler.Plan;
        var trace = new SamplerTrace(index);
        trace.Record([.. Rows(sampler, 0, epochLength)]);

        Assert.True(plan.IsExact);
        Assert.Equal(trace.RowsSeen, plan.RowsSeenPerEpoch, 1e-9);
        for (int classIndex = 0; classIndex < counts.Length; classIndex++)
        {
            Assert.Equal(trace.DrawsOfClass[classIndex], plan.Classes[classIndex].DrawsPerEpoch);
            Assert.Equal(counts[classIndex] == 0 ? 0 : (double)trace.DrawsOfClass[classIndex] / counts[classIndex], plan.Classes[classIndex].RepeatsPerRow, 1e-12);
        }

        // One draw fewer than planned leaves a row unseen, the planned number leaves none.
        long draws = (long)Math.Round(plan.EpochsUntilAllSeen!.Value * epochLength);
        var until = new SamplerTrace(index);
        until.Record([.. Rows(sampler, 0, draws - 1)]);
        Assert.Equal(index.RowCount - 1, until.RowsSeen);
        until.Record([sampler.RowAt(draws - 1)]);
        Assert.Equal(index.RowCount, until.RowsSeen);
    }

    [Fact]
    public void The_articles_data_is_covered_in_two_epochs()
    {
        SamplerPlan plan = new BalancedSampler(Article, 42).Plan;
        Assert.InRange(plan.EpochsUntilAllSeen!.Value, 1, 2);
        Assert.Equal(95, plan.RowsSeenPerEpoch);
        Assert.Equal(0, plan.LargestShareError);
        Assert.Equal([0.5, 0.5], [plan.Classes[0].AchievedShare, plan.Classes[1].AchievedShare]);
        Assert.Equal(8.5, plan.Classes[1].RepeatsPerRow);
    }

    [Fact]
    public void A_weighted_plan_is_the_mean_of_what_the_sampler_does()
    {
        // 2,000 seeds: the standard error of rows seen is about 3.1/√2000 = 0.07, of the epochs 1.9/√2000 = 0.04; 4.5 of each are allowed.
        const int seeds = 2000;
        SamplerPlan plan = new WeightedRandomSampler(Article, 0).Plan;
        double seen = 0;
        double epochs = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            var sampler = new WeightedRandomSampler(Article, seed);
            var trace = new SamplerTrace(Article);
            trace.Record([.. Rows(sampler, 0, 170)]);
            seen += trace.RowsSeen;
            long draws = 170;
            for (; trace.RowsSeen < 170; draws++)
            {
                trace.Record([sampler.RowAt(draws)]);
            }

            epochs += draws / 170.0;
        }

        Assert.False(plan.IsExact);
        Assert.Equal(76.0, plan.RowsSeenPerEpoch, 0.05);
        Assert.Equal(plan.RowsSeenPerEpoch, seen / seeds, 0.32);
        Assert.Equal(10.65, plan.EpochsUntilAllSeen!.Value, 0.02);
        Assert.Equal(plan.EpochsUntilAllSeen.Value, epochs / seeds, 0.2);
    }

    [Fact]
    public void A_plan_without_replacement_is_about_the_mean_of_what_the_sampler_does()
    {
        const int seeds = 500;
        RowIndex index = Index(400, 100);
        SamplerPlan plan = new WeightedRandomSampler(index, 0, epochLength: 200, replacement: false).Plan;
        double rare = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            var trace = new SamplerTrace(index);
            trace.Record([.. Rows(new WeightedRandomSampler(index, seed, epochLength: 200, replacement: false), 0, 200)]);
            rare += trace.DrawsOfClass[1];
        }

        Assert.Equal(200, plan.Classes[0].DrawsPerEpoch + plan.Classes[1].DrawsPerEpoch, 1e-6);
        Assert.Equal(plan.Classes[1].DrawsPerEpoch, rare / seeds, 1.0);
        Assert.Equal(200, plan.RowsSeenPerEpoch, 1e-6);
    }

    [Fact]
    public void Replacement_off_with_as_many_samples_as_rows_has_the_imbalance_of_the_data()
    {
        SamplerPlan plan = new WeightedRandomSampler(Article, 0, replacement: false).Plan;
        Assert.Equal(160.0 / 170, plan.Classes[0].AchievedShare, 1e-9);
        Assert.Equal(1, plan.EpochsUntilAllSeen!.Value, 1e-9);
        Assert.Equal(170, plan.RowsSeenPerEpoch, 1e-9);
    }

    [Fact]
    public void A_class_that_is_never_drawn_is_never_seen_and_makes_no_infinity()
    {
        TargetDistribution target = TargetDistribution.Of(1, 0);
        Assert.Null(new BalancedSampler(Article, 1, target).Plan.EpochsUntilAllSeen);
        Assert.Null(new WeightedRandomSampler(Article, 1, target: target).Plan.Classes[1].EpochsUntilAllSeen);
        Assert.Contains("never", new BalancedSampler(Article, 1, target).Plan.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_aligned()
    {
        const string expected = """
            class    rows  target  achieved  draws/epoch  repeats/row  seen in epoch 1  epochs until all seen
            Siamese   160  50.0 %    50.0 %         85.0         0.53           53.1 %                   1.88
            Birman     10  50.0 %    50.0 %         85.0         8.50          100.0 %                   0.12
            total     170                          170.0         1.00           55.9 %                   1.88
            exact
            """;
        RowIndex index = RowIndex.OfSortedRows(new ClassCounts(new ClassSet("Siamese", "Birman"), 160, 10));
        Assert.Equal(expected, new BalancedSampler(index, 42).Plan.ToString());
    }

    private static RowIndex Index(params int[] counts) =>
        RowIndex.OfSortedRows(new ClassCounts(ClassSet.Numbered(counts.Length), [.. counts.Select(count => (long)count)]));

    private static int[] Rows(Sampler sampler, long first, long count)
    {
        var rows = new int[count];
        sampler.Fill(first, rows);
        return rows;
    }
}
