namespace BalanceGen.Tests.Sampling;

public sealed class MinimumQuotaSamplerTests
{
    private static readonly int[] RowCounts = [255, 10, 400, 30];

    [Theory]
    [InlineData(16, new[] { 0, 1, 0, 2 }, 1.0)]
    [InlineData(7, new[] { 1, 1, 1, 1 }, 1.0)]
    [InlineData(32, new[] { 0, 5, 5, 5 }, 0.0)]
    [InlineData(5, new[] { 0, 0, 0, 0 }, 0.5)]
    [InlineData(8, new[] { 2, 2, 2, 2 }, 0.0)]
    public void Every_batch_has_the_minima_and_whole_batches_are_less_than_one_draw_from_the_shares(int batchSize, int[] minima, double power)
    {
        (RowIndex index, int[] classOfRow) = Indices.Mixed(RowCounts);
        var sampler = new MinimumQuotaSampler(index, 91, batchSize, minima, TargetDistribution.Power(power));
        var total = new long[4];
        var visits = new int[index.RowCount];
        for (int batch = 0; batch < 2000; batch++)
        {
            var counts = new int[4];
            foreach (int row in sampler.RowsOf((long)batch * batchSize, batchSize))
            {
                counts[classOfRow[row]]++;
                Assert.InRange(visits[row]++, total[classOfRow[row]] / RowCounts[classOfRow[row]], total[classOfRow[row]] / RowCounts[classOfRow[row]]);
                total[classOfRow[row]]++;
            }

            for (int classIndex = 0; classIndex < 4; classIndex++)
            {
                Assert.True(counts[classIndex] >= minima[classIndex]);
                double owed = sampler.AchievedShare(classIndex) * batchSize * (batch + 1);
                Assert.True(Math.Abs(total[classIndex] - owed) < 1 - 1e-9, $"class {classIndex}, batch {batch}: {total[classIndex]} of {owed}");
            }
        }
    }

    [Fact]
    public void Shares_that_have_room_for_the_minima_are_kept()
    {
        var sampler = new MinimumQuotaSampler(Indices.Sorted(100, 100, 100), 92, 10, [0, 0, 2], TargetDistribution.Of(0.5, 0.2, 0.3));

        Assert.Equal((0.5, 0.2, 0.3), (sampler.AchievedShare(0), sampler.AchievedShare(1), sampler.AchievedShare(2)));
        Assert.Equal([0, 0, 2], sampler.Minima.ToArray());
        SamplerPlan plan = sampler.Plan;
        Assert.Equal(0, plan.LargestShareError, 1e-12);
        Assert.Equal(100 / 0.2 / 300, plan.EpochsUntilAllSeen!.Value, 1e-9);
    }

    [Fact]
    public void A_minimum_beyond_a_share_takes_from_the_others_in_proportion()
    {
        // B·p = (5, 4, 1) with the minimum 3 for the last: the 7 others in the proportion 5 : 4.
        var sampler = new MinimumQuotaSampler(Indices.Sorted(100, 100, 100), 92, 10, [0, 0, 3], TargetDistribution.Of(0.5, 0.4, 0.1));

        Assert.Equal(0.3, sampler.AchievedShare(2));
        Assert.Equal(0.7 * 5 / 9, sampler.AchievedShare(0), 1e-12);
    }

    [Fact]
    public void Minima_that_do_not_fit_into_a_batch_are_refused_when_the_sampler_is_made()
    {
        var error = Assert.Throws<MinimumQuotaException>(() => new MinimumQuotaSampler(Indices.Sorted(5, 5), 1, 8, [5, 4]));

        Assert.Equal((9, 8), (error.Sum, error.BatchSize));
        Assert.Contains("add up to 9, and a batch has 8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_class_may_have_all_that_is_not_reserved()
    {
        var sampler = new MinimumQuotaSampler(Indices.Sorted(100, 10), 93, 8, [0, 2], TargetDistribution.Of(1, 0));

        Assert.Equal((0.75, 0.25), (sampler.AchievedShare(0), sampler.AchievedShare(1)));
        Assert.All(sampler.RowsOf(0, 8 * 300).Chunk(8), batch => Assert.Equal(2, batch.Count(row => row >= 100)));
    }

    [Fact]
    public void A_share_that_would_get_no_draw_is_refused_unless_there_is_a_minimum()
    {
        RowIndex index = Indices.Sorted(100, 100, 100);
        var target = TargetDistribution.Of(0.7, 1e-9, 0.3 - 1e-9);

        var error = Assert.Throws<ShareTooSmallException>(() => new MinimumQuotaSampler(index, 1, 10, [0, 0, 2], target));

        Assert.Equal(1, error.ClassIndex);
        Assert.Contains("'class 1'", error.Message, StringComparison.Ordinal);
        Assert.Equal(0.1, new MinimumQuotaSampler(index, 1, 10, [0, 1, 2], target).AchievedShare(1));
    }

    [Fact]
    public void Two_classes_cannot_share_the_only_draw_of_a_period()
    {
        // A batch is longer than any period, and its minima leave one draw.
        Assert.Throws<ShareTooSmallException>(() => new MinimumQuotaSampler(Indices.Sorted(9, 9, 9), 1, 100_001, [0, 0, 100_000], TargetDistribution.Of(0.5, 0.5, 0)));
    }

    [Fact]
    public void A_rounding_error_of_a_share_is_no_demand()
    {
        // 100 · 0.07 is 7.000000000000001.
        var sampler = new MinimumQuotaSampler(Indices.Sorted(9, 9, 9), 1, 100, [7, 0, 0], TargetDistribution.Of(0.07, 0.43, 0.5));

        Assert.Equal((0.07, 0.43, 0.5), (sampler.AchievedShare(0), sampler.AchievedShare(1), sampler.AchievedShare(2)));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        RowIndex index = Indices.Sorted(10, 5);
        Assert.Throws<ClassMismatchException>(() => new MinimumQuotaSampler(index, 1, 8, [1]));
        Assert.Contains("'class 1'", Assert.Throws<ArgumentOutOfRangeException>(() => new MinimumQuotaSampler(index, 1, 8, [1, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("'class 1'", Assert.Throws<EmptyClassException>(() => new MinimumQuotaSampler(Indices.Sorted(10, 0), 1, 8, [1, 1], zeroCounts: ZeroCountPolicy.ZeroWeight)).Message, StringComparison.Ordinal);
        Assert.Equal("batchSize", Assert.Throws<ArgumentOutOfRangeException>(() => new MinimumQuotaSampler(index, 1, 0, [0, 0])).ParamName);
        Assert.Equal("epochLength", Assert.Throws<ArgumentOutOfRangeException>(() => new MinimumQuotaSampler(index, 1, 8, [0, 0], epochLength: 12)).ParamName);
    }
}
