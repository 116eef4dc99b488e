using BalanceGen.Tests.Randomness;

namespace BalanceGen.Tests.Sampling;

public sealed class WeightedRandomPlaceSamplerTests
{
    [Fact]
    public void More_than_2_to_the_31_rows_are_drawn_from_evenly()
    {
        const long Many = 1L << 40;
        var counts = new ClassCounts(Indices.Classes(3), Many + 17, 0, 3);
        var sampler = new WeightedRandomPlaceSampler(counts, 95, TargetDistribution.Of(0.75, 0, 0.25));
        var classes = new long[2];
        var strips = new long[64];
        var rare = new long[3];
        var places = new ClassPlace[400_000];
        sampler.Fill(0, places);
        foreach ((int classIndex, long place) in places)
        {
            classes[classIndex == 0 ? 0 : 1]++;
            if (classIndex == 0)
            {
                strips[(int)(place / ((double)(Many + 17) / 64))]++;
            }
            else
            {
                Assert.Equal(2, classIndex);
                rare[place]++;
            }
        }

        ChiSquare.AssertFits(classes, [300_000, 100_000]);
        ChiSquare.AssertUniform(strips);
        ChiSquare.AssertUniform(rare);
        Assert.Equal(0.75, sampler.ShareOf(0));
    }

    [OptimizedFact]
    public void A_draw_is_a_pure_function_of_its_number()
    {
        var counts = new ClassCounts(Indices.Classes(2), 5L << 32, 1000);
        var sampler = new WeightedRandomPlaceSampler(counts, 96);
        var places = new ClassPlace[5000];
        sampler.Fill(0, places);
        var part = new ClassPlace[3000];
        new WeightedRandomPlaceSampler(counts, 96).Fill(501, part);

        Assert.Equal(places[501..3501], part);
        Assert.Equal(places, Enumerable.Range(0, places.Length).Select(draw => sampler.DrawAt(draw)));
        Assert.NotEqual(places[777], new WeightedRandomPlaceSampler(counts, 97).DrawAt(777));
        AllocationFree.Assert(() =>
        {
            sampler.Fill(3, part);
            return (int)part[0].Place;
        });
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<EmptyClassException>(() => new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(2), 5, 0), 1));
        Assert.Throws<EmptyDatasetException>(() => new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(2), 0, 0), 1));
        var sampler = new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(1), 5), 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.DrawAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => sampler.ShareOf(1));
    }

    [Fact]
    public void Its_plan_is_that_of_independent_draws_of_as_many_rows()
    {
        SamplerPlan expected = new WeightedRandomSampler(Indices.Sorted(400, 30, 7), 1, epochLength: 500, target: TargetDistribution.SquareRoot).Plan;
        SamplerPlan plan = new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(3), 400, 30, 7), 1, TargetDistribution.SquareRoot).PlanFor(500);
        Assert.Equal(expected.ToString(), plan.ToString());
        Assert.Equal(expected.EpochsUntilAllSeen, plan.EpochsUntilAllSeen);

        // Beyond 2^31 rows: 1 − e^−1 of them are seen by as many draws.
        SamplerPlan large = new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(1), 5_000_000_000), 1).PlanFor(5_000_000_000);
        Assert.Equal(1 - Math.Exp(-1), large.Classes[0].SeenShare, 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => new WeightedRandomPlaceSampler(new ClassCounts(Indices.Classes(1), 5), 1).PlanFor(0));
    }
}
