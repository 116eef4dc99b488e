using System.Globalization;

namespace BalanceGen.Tests.Sampling;

/// <summary>Ratios of two classes, against imbalanced-learn's formula written anew: cut to a whole number first, compared then.</summary>
public sealed class RatioTests
{
    private static readonly ClassSet Two = new("a", "b");

    [Theory]
    [InlineData(10, 33, 0.3)]
    [InlineData(10, 30, 0.333)]
    [InlineData(1, 3, 0.33)]
    [InlineData(32, 31, 0.959)]
    public void A_ratio_that_is_off_by_less_than_a_row_changes_nothing(long first, long second, double ratio)
    {
        RowIndex index = Indices.Sorted(first, second);
        Assert.Equal([first, second], new RandomUnderSampler(index, 1, SamplingStrategy.Ratio(ratio)).ResampledCounts.Values.ToArray());
        Assert.Equal([first, second], new RandomOverSampler(index, 1, SamplingStrategy.Ratio(ratio)).ResampledCounts.Values.ToArray());
    }

    [Fact]
    public void All_small_counts_and_ratios_give_the_rows_of_the_formula()
    {
        int refused = 0;
        for (long first = 1; first <= 33; first++)
        {
            for (long second = 1; second <= 33; second++)
            {
                var counts = new ClassCounts(Two, [first, second]);
                foreach (double ratio in Ratios(first, second))
                {
                    long fewer = Math.Min(first, second);
                    long more = Math.Max(first, second);
                    double added = Math.Truncate((more * ratio) - fewer);
                    double kept = Math.Truncate(fewer / ratio);
                    long[]? over = Try(() => SamplingStrategy.Ratio(ratio).Oversampled(counts));
                    long[]? under = Try(() => SamplingStrategy.Ratio(ratio).Undersampled(counts));
                    Assert.Equal(added < 0 ? null : first <= second ? [first + (long)added, second] : [first, second + (long)added], over);
                    Assert.Equal(kept > more ? null : first <= second ? [first, (long)kept] : [(long)kept, second], under);
                    refused += (over is null ? 1 : 0) + (under is null ? 1 : 0);
                }
            }
        }

        Assert.InRange(refused, 1000, 400_000);
    }

    /// <summary>Hundredths, and the ratio of the counts as people write it: with a few digits, or as it is.</summary>
    private static IEnumerable<double> Ratios(long first, long second)
    {
        double exact = (double)Math.Min(first, second) / Math.Max(first, second);
        for (int hundredths = 1; hundredths <= 100; hundredths++)
        {
            yield return hundredths / 100.0;
        }

        foreach (string format in (string[])["F2", "F3", "F4", "R"])
        {
            double written = double.Parse(exact.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            foreach (double ratio in (double[])[written, Math.BitDecrement(written), Math.BitIncrement(written), written - 0.001, written + 0.001])
            {
                if (ratio is > 0 and <= 1)
                {
                    yield return ratio;
                }
            }
        }
    }

    private static long[]? Try(Func<ClassCounts> resample)
    {
        try
        {
            return resample().Values.ToArray();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
