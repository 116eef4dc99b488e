using MathNet.Numerics.Distributions;

namespace BalanceGen.Tests.Randomness;

/// <summary>Pearson's chi-square test of observed against expected frequencies, at the significance 1e-6 on both sides.</summary>
internal static class ChiSquare
{
    private const double Significance = 1e-6;

    public static void AssertUniform(ReadOnlySpan<long> observed)
    {
        long total = 0;
        foreach (long count in observed)
        {
            total += count;
        }

        var expected = new double[observed.Length];
        Array.Fill(expected, (double)total / observed.Length);
        AssertFits(observed, expected);
    }

    public static void AssertFits(ReadOnlySpan<long> observed, ReadOnlySpan<double> expected) =>
        AssertFits(observed, expected, observed.Length - 1);

    public static void AssertFits(ReadOnlySpan<long> observed, ReadOnlySpan<double> expected, int degreesOfFreedom)
    {
        double statistic = 0;
        for (int cell = 0; cell < observed.Length; cell++)
        {
            double difference = observed[cell] - expected[cell];
            statistic += difference * difference / expected[cell];
        }

        // Too good a fit is as suspicious as too bad a one.
        double cumulative = ChiSquared.CDF(degreesOfFreedom, statistic);
        Assert.True(
            cumulative is >= Significance and <= 1 - Significance,
            $"chi-square {statistic:F1} with {degreesOfFreedom} degrees of freedom: cumulative probability {cumulative:G6}");
    }
}
