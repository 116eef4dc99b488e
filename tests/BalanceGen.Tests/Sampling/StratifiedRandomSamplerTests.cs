using BalanceGen.Tests.Randomness;

namespace BalanceGen.Tests.Sampling;

public sealed class StratifiedRandomSamplerTests
{
    [Fact]
    public void A_batch_has_the_floor_or_the_ceiling_of_its_share_and_the_share_on_average()
    {
        double[] shares = [0.07, 0.5, 0.31, 0.12];
        (RowIndex index, int[] classOfRow) = Indices.Mixed(255, 40, 400, 30);
        const int batchSize = 9;
        const int batches = 40_000;
        var sampler = new StratifiedRandomSampler(index, seed: 61, batchSize, TargetDistribution.Of(shares));
        var more = new long[4];
        var rows = new int[batchSize];
        for (int batch = 0; batch < batches; batch++)
        {
            sampler.Fill((long)batch * batchSize, rows);
            int[] counts = new int[4];
            foreach (int row in rows)
            {
                counts[classOfRow[row]]++;
            }

            for (int classIndex = 0; classIndex < 4; classIndex++)
            {
                int least = (int)(batchSize * shares[classIndex]);
                Assert.InRange(counts[classIndex], least, least + 1);
                more[classIndex] += counts[classIndex] - least;
            }
        }

        // Each class by itself is a coin of known probability per batch; 1e-6 in either subset.
        for (int classIndex = 0; classIndex < 4; classIndex++)
        {
            double fraction = (batchSize * shares[classIndex]) % 1;
            ChiSquare.AssertFits([more[classIndex], batches - more[classIndex]], [batches * fraction, batches * (1 - fraction)]);
        }
    }

    [Fact]
    public void Rows_of_a_class_have_the_same_probability_and_come_at_most_once_in_a_pass()
    {
        var sampler = new StratifiedRandomSampler(Indices.Sorted(7, 13), seed: 62, 5, TargetDistribution.Of(0.3, 0.7));
        var seen = new long[20];
        foreach (int row in sampler.Draws(0, 500_000))
        {
            seen[row]++;
        }

        Assert.InRange(seen[..7].Sum(), 149_000, 151_000);
        AssertEven(seen[..7]);
        AssertEven(seen[7..]);
    }

    [Fact]
    public void Whole_shares_cover_every_row_once_in_a_pass()
    {
        var sampler = new StratifiedRandomSampler(Indices.Sorted(40, 12), seed: 63, 8);
        int[] rows = sampler.RowsOf(0, 8 * 30);
        var visits = new int[52];
        foreach (int row in rows)
        {
            visits[row]++;
        }

        Assert.All(visits[..40], count => Assert.Equal(3, count));
        Assert.All(visits[40..], count => Assert.Equal(10, count));
        Assert.Equal(10.0 * 8 / sampler.EpochLength, sampler.Plan.EpochsUntilAllSeen!.Value, 1e-9);
    }

    [Fact]
    public void The_plan_is_the_mean_of_what_the_sampler_does()
    {
        RowIndex index = Indices.Sorted(60, 10);
        SamplerPlan plan = new StratifiedRandomSampler(index, 0, 5, TargetDistribution.Of(0.7, 0.3)).Plan;
        double seen = 0;
        double epochs = 0;
        const int seeds = 1000;
        for (int seed = 0; seed < seeds; seed++)
        {
            var sampler = new StratifiedRandomSampler(index, seed, 5, TargetDistribution.Of(0.7, 0.3));
            var trace = new SamplerTrace(index);
            trace.Record(sampler.RowsOf(0, 70));
            seen += trace.RowsSeen;
            long draws = 70;
            for (; trace.RowsSeen < 70; draws += 5)
            {
                trace.Record(sampler.RowsOf(draws, 5));
            }

            epochs += draws / 70.0;
        }

        Assert.Equal(plan.RowsSeenPerEpoch, seen / seeds, 0.6);
        Assert.Equal(plan.EpochsUntilAllSeen!.Value, epochs / seeds, 0.03 * plan.EpochsUntilAllSeen.Value);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        RowIndex index = Indices.Sorted(10, 5);
        Assert.Equal("batchSize", Assert.Throws<ArgumentOutOfRangeException>(() => new StratifiedRandomSampler(index, 1, 0)).ParamName);
        Assert.Equal("epochLength", Assert.Throws<ArgumentOutOfRangeException>(() => new StratifiedRandomSampler(index, 1, 4, epochLength: 10)).ParamName);
        Assert.Throws<EmptyClassException>(() => new StratifiedRandomSampler(Indices.Sorted(5, 0), 1, 4));
        Assert.Throws<EmptyDatasetException>(() => new StratifiedRandomSampler(Indices.Sorted(0), 1, 4));
        Assert.Equal(16, new StratifiedRandomSampler(index, 1, 4).EpochLength);
    }

    /// <summary>Visits are more even than independent draws: each is within 5 standard deviations of independent ones.</summary>
    private static void AssertEven(long[] seen)
    {
        double expected = seen.Average();
        Assert.All(seen, count => Assert.Equal(expected, count, 5 * Math.Sqrt(expected)));
    }
}
