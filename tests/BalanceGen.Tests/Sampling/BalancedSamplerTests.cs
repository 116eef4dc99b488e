using BalanceGen.Randomness;

namespace BalanceGen.Tests.Sampling;

public sealed class BalancedSamplerTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(7, 4)]
    [InlineData(50, 5)]
    [InlineData(333, 6)]
    [InlineData(1000, 7)]
    public void At_every_prefix_a_class_is_less_than_one_draw_from_its_share(int classes, int seed)
    {
        var words = new PhiloxSequence(seed, stream: 0);
        var proportions = new double[classes];
        foreach (ref double proportion in proportions.AsSpan())
        {
            proportion = 20 + BoundedInteger.Below(ref words, 1000);
        }

        var index = Indices.Sorted([.. Enumerable.Repeat(3L, classes)]);
        var sampler = new BalancedSampler(index, seed, TargetDistribution.Proportional(proportions));
        AssertPrefixes(sampler, classes, row => row / 3, (3 * sampler.Period) + 17);
    }

    [Fact]
    public void Uniform_shares_of_any_number_of_classes_are_exact()
    {
        foreach (int classes in (int[])[1, 2, 3, 5, 10, 37, 64, 100, 1000])
        {
            var sampler = new BalancedSampler(Indices.Sorted([.. Enumerable.Repeat(2L, classes)]), seed: 1);

            Assert.Equal(1.0 / classes, sampler.AchievedShare(classes - 1), 15);
            AssertPrefixes(sampler, classes, row => row / 2, 2 * sampler.Period);
        }
    }

    [Fact]
    public void Shares_that_are_fractions_are_exact()
    {
        var sampler = new BalancedSampler(Indices.Sorted(500, 20), seed: 1, TargetDistribution.Of(0.1, 0.9));
        Assert.Equal((0.1, 0.9), (sampler.AchievedShare(0), sampler.AchievedShare(1)));

        var asSource = new BalancedSampler(Indices.Sorted(2555, 2552, 621, 227), seed: 1, TargetDistribution.AsSource);
        Assert.Equal(5955, asSource.Period);
        Assert.Equal(621 / 5955.0, asSource.AchievedShare(2), 15);
    }

    [Fact]
    public void Shares_that_are_no_fractions_are_rounded_to_the_period()
    {
        var sampler = new BalancedSampler(Indices.Sorted(1_000_000, 20_000, 300), seed: 1, TargetDistribution.SquareRoot);

        Assert.InRange(sampler.Period, 4096, 65536);
        double sum = Math.Sqrt(1_000_000) + Math.Sqrt(20_000) + Math.Sqrt(300);
        Assert.Equal(Math.Sqrt(1_000_000) / sum, sampler.AchievedShare(0), 1.0 / sampler.Period);
        Assert.Equal(Math.Sqrt(300) / sum, sampler.AchievedShare(2), 1.0 / sampler.Period);
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(sampler.AchievedShare), 12);
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("square root")]
    public void Rows_of_a_class_are_visited_equally_often_at_every_point(string target)
    {
        int[] counts = [900, 256, 257, 40, 1];
        (RowIndex index, int[] classOfRow) = Indices.Mixed(counts);
        var sampler = new BalancedSampler(index, seed: 5, target == "uniform" ? TargetDistribution.Uniform : TargetDistribution.SquareRoot);
        var visits = new int[index.RowCount];
        var inCycle = new int[counts.Length];
        var cycle = new int[counts.Length];
        foreach (int row in sampler.Draws(0, 20_000))
        {
            // Every row of the class before any row of it again.
            int drawn = classOfRow[row];
            Assert.Equal(cycle[drawn], visits[row]++);
            if (++inCycle[drawn] == counts[drawn])
            {
                inCycle[drawn] = 0;
                cycle[drawn]++;
            }
        }
    }

    [Fact]
    public void The_pattern_of_classes_does_not_repeat_with_the_period()
    {
        var sampler = new BalancedSampler(Indices.Sorted(400, 400, 400), seed: 3);
        var patterns = new HashSet<string>();
        var rows = new int[sampler.Period];
        for (int period = 0; period < 64; period++)
        {
            sampler.Fill(period * (long)rows.Length, rows);
            patterns.Add(string.Concat(rows.Select(row => (row / 400).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        Assert.True(patterns.Count >= 12, $"Only {patterns.Count} patterns in 64 periods.");
    }

    [Fact]
    public void A_period_of_more_than_65536_draws_goes_over_into_the_next()
    {
        const int classes = 66_000;
        var sampler = new BalancedSampler(Indices.Sorted([.. Enumerable.Repeat(2L, classes)]), seed: 12);
        int[] rows = sampler.RowsOf(0, 3 * classes);

        Assert.All(rows.Chunk(classes), period => Assert.Equal(classes, period.Select(row => row / 2).Distinct().Count()));
        Assert.Equal(2 * classes, rows[..(2 * classes)].Distinct().Count());
        foreach (int first in (int[])[classes - 1, classes - 20, classes, (2 * classes) - 300])
        {
            Assert.Equal(rows[first..(first + 600)], sampler.RowsOf(first, 600));
        }
    }

    [Fact]
    public void A_class_without_share_is_never_drawn()
    {
        var sampler = new BalancedSampler(Indices.Sorted(10, 10, 0), seed: 3, TargetDistribution.Of(0, 1, 0));

        Assert.Equal((0, 1, 0), (sampler.AchievedShare(0), sampler.AchievedShare(1), sampler.AchievedShare(2)));
        foreach (int row in sampler.Draws(0, 1000))
        {
            Assert.InRange(row, 10, 19);
        }
    }

    [Fact]
    public void A_share_that_the_period_cannot_hold_is_refused_with_the_name_of_its_class()
    {
        var error = Assert.Throws<ShareTooSmallException>(() =>
            new BalancedSampler(Indices.Sorted(10, 10, 10), seed: 3, TargetDistribution.Proportional(1e9, 1, 1e9)));

        Assert.Equal(1, error.ClassIndex);
        Assert.Contains("'class 1'", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(WeightedRandomSampler), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Throws<EmptyDatasetException>(() => new BalancedSampler(Indices.Sorted(0, 0), seed: 1));
        Assert.Throws<EmptyClassException>(() => new BalancedSampler(Indices.Sorted(5, 0), seed: 1));
        Assert.Throws<ArgumentNullException>(() => new BalancedSampler(null!, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BalancedSampler(Indices.Sorted(5, 5), seed: 1, epochLength: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BalancedSampler(Indices.Sorted(5, 5), seed: 1).AchievedShare(2));
    }

    private static void AssertPrefixes(BalancedSampler sampler, int classes, Func<int, int> classOf, int draws)
    {
        var drawn = new long[classes];
        double[] shares = [.. Enumerable.Range(0, classes).Select(sampler.AchievedShare)];
        long number = 0;
        foreach (int row in sampler.Draws(0, draws))
        {
            drawn[classOf(row)]++;
            number++;

            // Checking all classes at every draw is quadratic; the drawn one now and all of them now and then is the same bound.
            int only = classOf(row);
            Assert.True(Math.Abs(drawn[only] - (shares[only] * number)) < 1 + 1e-9, $"class {only} at {number}");
            for (int index = 0; (classes < 60 || number % 16 == 0) && index < classes; index++)
            {
                Assert.True(Math.Abs(drawn[index] - (shares[index] * number)) < 1 + 1e-9, $"class {index} at {number}");
            }
        }
    }
}
