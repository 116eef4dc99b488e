namespace BalanceGen.Tests.Sampling;

/// <summary>A target as whole numbers of draws.</summary>
public sealed class ClassQuotasTests
{
    [Theory]
    [InlineData(new long[] { 6, 4 }, new[] { 3, 2 })]
    [InlineData(new long[] { 1000, 10, 1 }, new[] { 1000, 10, 1 })]
    [InlineData(new long[] { 60_000, 5_535, 1 }, new[] { 60_000, 5_535, 1 })]
    [InlineData(new long[] { 131_070, 2 }, new[] { 65_535, 1 })]
    [InlineData(new long[] { 100_060, 20 }, new[] { 5_003, 1 })]
    public void Counts_are_divided_by_what_they_have_in_common(long[] counts, int[] expected) => AssertMultiple(expected, Quotas(TargetDistribution.AsSource, counts));

    [Theory]
    [InlineData(new[] { 0.1, 0.2, 0.7 }, new[] { 1, 2, 7 })]
    [InlineData(new[] { 0.5, 0, 0.5 }, new[] { 1, 1 })]
    [InlineData(new[] { 1.0 }, new[] { 1 })]
    [InlineData(new[] { 4095.0 / 4096, 1.0 / 4096 }, new[] { 4095, 1 })]
    public void Shares_that_are_fractions_get_the_least_numbers(double[] shares, int[] expected) =>
        AssertMultiple(expected, Quotas(TargetDistribution.Of(shares), [.. shares.Select(_ => 10L)]));

    [Fact]
    public void Short_periods_are_repeated_until_they_have_256_draws()
    {
        Assert.Equal(257, Quotas(TargetDistribution.AsSource, 256, 1).Sum());
        Assert.Equal(256, Quotas(TargetDistribution.AsSource, 255, 1).Sum());
        Assert.Equal(2 * 255, Quotas(TargetDistribution.AsSource, 254, 1).Sum());
        Assert.Equal([86, 86, 86], Quotas(TargetDistribution.Uniform, 5, 5, 5));
    }

    [Theory]
    [InlineData(1000, 500, 3)]
    [InlineData(1000, 999, 998)]
    [InlineData(100_000, 7, 2)]
    [InlineData(3, 2, 1)]
    public void Other_shares_are_rounded_in_the_shortest_power_of_two_that_is_exact_to_a_thousandth(long first, long second, long third)
    {
        double[] roots = [Math.Sqrt(first), Math.Sqrt(second), Math.Sqrt(third)];
        double[] shares = [.. roots.Select(root => root / roots.Sum())];
        int[] quotas = Quotas(TargetDistribution.SquareRoot, first, second, third);
        int expected = 4096;
        while (expected < 65_536 && LargestError(shares, [.. Nearest(shares, expected)]) > 1e-3)
        {
            expected *= 2;
        }

        Assert.Equal(expected, quotas.Sum());
        Assert.All(quotas.Zip(shares), pair => Assert.True(Math.Abs(pair.First - (pair.Second * expected)) < 1));
    }

    [Theory]
    [InlineData(new[] { 0.97, 0.01, 0.01, 0.01 }, 8, new[] { 5, 1, 1, 1 })]
    [InlineData(new[] { 0.5, 0.47, 0.01, 0.01, 0.01 }, 8, new[] { 3, 2, 1, 1, 1 })]
    [InlineData(new[] { 0.4, 0.35, 0.25 }, 10, new[] { 4, 4, 2 })]
    [InlineData(new[] { 0.26, 0.25, 0.49 }, 10, new[] { 3, 2, 5 })]
    [InlineData(new[] { 0.25, 0.25, 0.25, 0.25 }, 6, new[] { 2, 1, 1, 2 })]
    [InlineData(new[] { 0.97, 0.01, 0.01, 0.01 }, 4, new[] { 1, 1, 1, 1 })]
    public void Largest_remainders_leave_no_class_out(double[] shares, int period, int[] expected) => Assert.Equal(expected, ClassQuotas.Apportion(shares, period));

    [Theory]
    [InlineData(1, 65_536)]
    [InlineData(32_768, 65_536)]
    [InlineData(32_769, 262_144)]
    [InlineData(65_536, 262_144)]
    [InlineData(65_537, 524_288)]
    [InlineData(1 << 28, 1 << 30)]
    [InlineData(int.MaxValue, 1 << 30)]
    public void Many_classes_have_a_longer_period(int classes, int longest) => Assert.Equal(longest, ClassQuotas.LongestPeriod(classes));

    [Fact]
    public void Half_a_draw_of_the_longest_period_is_the_least_share()
    {
        const double least = 1.0 / 131_072;
        Assert.Equal([65_535, 1], Quotas(TargetDistribution.Of(1 - least, least), 5, 5));
        var error = Assert.Throws<ShareTooSmallException>(() => Quotas(TargetDistribution.Of(1 - (0.99 * least), 0.99 * least), 5, 5));
        Assert.Equal(1, error.ClassIndex);
        Assert.Equal(0.99 * least, error.Share, 1e-15);
        Assert.Contains("at most 65536 draws", error.Message, StringComparison.Ordinal);
    }

    private static int[] Quotas(TargetDistribution target, params long[] counts) => ClassQuotas.Of(Indices.Sorted(counts).Counts, target, ZeroCountPolicy.ZeroWeight).Quotas;

    private static IEnumerable<int> Nearest(double[] shares, int period) => shares.Select(share => Math.Max(1, (int)Math.Round(share * period)));

    private static double LargestError(double[] shares, int[] quotas) => shares.Zip(quotas, (share, quota) => Math.Abs((quota / (share * quotas.Sum())) - 1)).Max();

    /// <summary>The least numbers, as often as make 256 draws.</summary>
    private static void AssertMultiple(int[] expected, int[] quotas)
    {
        int repeats = (int)Math.Ceiling(256.0 / expected.Sum());
        Assert.Equal(expected.Select(quota => quota * repeats), quotas);
    }
}
