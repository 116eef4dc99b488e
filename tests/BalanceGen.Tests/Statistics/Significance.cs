using MathNet.Numerics.Distributions;

namespace BalanceGen.Tests.Statistics;

/// <summary>
/// The decision rule of this suite. Seeds are fixed, so a test does not fail by chance from run to run; the family-wise significance is the probability
/// that right code with new seeds would be refused by any of the tests. With at most 1,000 p-values, each refused below 1e-6 (Bonferroni), it is 1e-3.
/// </summary>
internal static class Significance
{
    public const double PerTest = 1e-6;

    public static void AssertKept(double pValue, string what) => Assert.True(pValue >= PerTest, $"{what}: p = {pValue:G4}");

    /// <summary>The p-value of Pearson's chi-square test. Expected frequencies are to be 5 or more.</summary>
    public static double ChiSquare(IReadOnlyList<long> observed, IReadOnlyList<double> expected)
    {
        double statistic = 0;
        for (int cell = 0; cell < observed.Count; cell++)
        {
            double difference = observed[cell] - expected[cell];
            statistic += difference * difference / expected[cell];
        }

        return UpperTail(observed.Count - 1, statistic);
    }

    /// <summary>The probability that a chi-square statistic is as large as this or larger.</summary>
    public static double UpperTail(int degreesOfFreedom, double statistic) => degreesOfFreedom == 0 ? 1 : 1 - ChiSquared.CDF(degreesOfFreedom, statistic);

    /// <summary>The p-value of the Kolmogorov-Smirnov test of numbers against the uniform distribution over [0, 1), by its limit for many numbers.</summary>
    public static double KolmogorovSmirnov(double[] numbers)
    {
        Array.Sort(numbers);
        double distance = 0;
        for (int rank = 0; rank < numbers.Length; rank++)
        {
            distance = Math.Max(distance, Math.Max(numbers[rank] - ((double)rank / numbers.Length), ((rank + 1.0) / numbers.Length) - numbers[rank]));
        }

        double root = Math.Sqrt(numbers.Length);
        double scaled = (root + 0.12 + (0.11 / root)) * distance;
        double sum = 0;
        for (int term = 1; term <= 100; term++)
        {
            sum += (term % 2 == 1 ? 2 : -2) * Math.Exp(-2 * scaled * scaled * term * term);
        }

        return scaled < 0.2 ? 1 : Math.Clamp(sum, 0, 1);
    }
}
