using BalanceGen.Tests.Sampling;

namespace BalanceGen.Tests.Statistics;

/// <summary>Interleaved samplers: shares of the samplers and distributions within them; see <see cref="Significance"/> for the decision rule.</summary>
public sealed class InterleavedExactnessTests
{
    [Fact]
    public void At_a_fixed_draw_every_row_of_a_class_of_a_sampler_has_the_same_probability()
    {
        // Over many seeds, so that the samples are independent also where the draws of one seed are not.
        const int seeds = 3000;
        (RowIndex index, int[] classOfRow) = Indices.Mixed(30, 9, 1);
        int[] draws = [0, 17, 40, 1000];
        long[][] seenAt = [.. draws.Select(_ => new long[120])];
        for (int seed = 0; seed < seeds; seed++)
        {
            var sampler = new InterleavedSampler(
                seed, TargetDistribution.Of(0.4, 0.35, 0.25), new WeightedRandomSampler(index, seed + 10_000), new BalancedSampler(index, seed + 20_000), new RandomOverSampler(index, seed + 30_000));
            for (int number = 0; number < draws.Length; number++)
            {
                seenAt[number][sampler.RowAt(draws[number])]++;
            }
        }

        int tested = 0;
        foreach ((int draw, long[] seen) in draws.Zip(seenAt))
        {
            for (int group = 0; group < 6; group++)
            {
                (int source, int classIndex) = Math.DivRem(group, 2);
                long[] ofClass = [.. Enumerable.Range(0, 40).Where(row => classOfRow[row] == classIndex).Select(row => seen[(40 * source) + row])];
                double mean = ofClass.Average();
                if (mean >= 5)
                {
                    tested++;
                    Significance.AssertKept(Significance.ChiSquare(ofClass, [.. ofClass.Select(_ => mean)]), $"draw {draw}, sampler {source}, class {classIndex}");
                }
            }
        }

        Assert.True(tested >= 8, $"{tested} cells had enough draws.");
    }

    [Fact]
    public void Rows_within_a_sampler_have_its_own_distribution_in_a_long_run()
    {
        // 300,000 draws: 150,000, 90,000 and 60,000 of the samplers.
        double[] weights = [.. Enumerable.Range(1, 50).Select(row => 1.0 / row)];
        var sampler = new InterleavedSampler(
            211,
            TargetDistribution.Of(0.5, 0.3, 0.2),
            new WeightedRandomSampler(Indices.Sorted(50), new SampleWeights(weights), 212),
            new RandomSampler(30, 213, replacement: true),
            new WeightedRandomSampler(Indices.Sorted(40, 10), 214, target: TargetDistribution.Of(0.8, 0.2)));
        var seen = new long[130];
        foreach (int row in sampler.Draws(0, 300_000))
        {
            seen[row]++;
        }

        Assert.Equal([150_000, 90_000, 60_000], [seen[..50].Sum(), seen[50..80].Sum(), seen[80..].Sum()]);
        Significance.AssertKept(Significance.ChiSquare(seen[..50], [.. weights.Select(weight => 150_000 * weight / weights.Sum())]), "weights");
        Significance.AssertKept(Significance.ChiSquare(seen[50..80], [.. Enumerable.Repeat(3000.0, 30)]), "independent");
        Significance.AssertKept(Significance.ChiSquare(seen[80..], [.. Enumerable.Repeat(1200.0, 50)]), "classes");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public void Any_number_of_samplers_keeps_the_prefix_bound(int sources)
    {
        // Shares in proportion to 1, 2, 3, …; two samplers in proportion to 1 : 65,535.
        double[] shares = sources == 2 ? [1.0 / 65_536, 65_535.0 / 65_536] : [.. Enumerable.Range(1, sources).Select(source => 2.0 * source / (sources * (sources + 1.0)))];
        var sampler = new InterleavedSampler(
            215, TargetDistribution.Of(shares), [.. Enumerable.Range(0, sources).Select(source => (Sampler)new RandomSampler(3, source))]);
        SamplerPlan plan = sampler.Plan;
        var drawn = new long[sources];
        long draw = 0;
        foreach (int row in sampler.Draws(0, 140_000))
        {
            // A sampler is furthest from its share just before and just after its own draws.
            int source = row / 3;
            double share = plan.Classes[source].AchievedShare;
            Assert.True(Math.Abs(drawn[source] - (share * draw)) < 1);
            draw++;
            drawn[source]++;
            Assert.True(Math.Abs(drawn[source] - (share * draw)) < 1);
        }

        Assert.All(plan.Classes.ToArray(), of => Assert.Equal(shares[of.ClassIndex], of.AchievedShare, 1.0 / 65_536));
        Assert.Equal(1, plan.Classes.ToArray().Sum(of => of.AchievedShare), 1e-12);
    }
}
