using MathNet.Numerics.Distributions;

namespace BalanceGen.Tests.Statistics;

/// <summary>What an order of class numbers looks like, and whether two kinds of orders look alike.</summary>
internal static class ClassOrderMeasures
{
    /// <summary>The classes are put together to so many of neighbouring numbers, so that every pair of them occurs often in a batch.</summary>
    private const int MostBuckets = 12;

    public static readonly string[] Names = ["neighbours", "serial correlation", "pairs in a batch", "relatives in a batch", "batches of consecutive classes"];

    /// <summary>Measures of runs of draws with one batch size, summed over the runs where they are counts.</summary>
    public static double[] Of(IReadOnlyList<int[]> runs, int classes, int batch)
    {
        int buckets = Math.Min(classes, MostBuckets);
        var pairs = new long[buckets * buckets];
        double neighbours = 0;
        double correlation = 0;
        double relatives = 0;
        double consecutive = 0;
        foreach (int[] run in runs)
        {
            double mean = run.Average();
            double variance = run.Sum(drawn => (drawn - mean) * (drawn - mean));
            double covariance = 0;
            for (int draw = 1; draw < run.Length; draw++)
            {
                neighbours += Math.Abs(run[draw] - run[draw - 1]) == 1 ? 1 : 0;
                covariance += (run[draw] - mean) * (run[draw - 1] - mean);
            }

            correlation += variance == 0 ? 0 : covariance / variance;
            for (int first = 0; first + batch <= run.Length; first += batch)
            {
                ReadOnlySpan<int> drawn = run.AsSpan(first, batch);
                consecutive += IsConsecutive(drawn) && classes > batch ? 1 : 0;
                for (int one = 0; one < batch; one++)
                {
                    for (int other = one + 1; other < batch; other++)
                    {
                        int distance = Math.Abs(drawn[one] - drawn[other]);
                        relatives += distance is > 0 and < 32 ? 1 : 0;
                        int low = (int)((long)Math.Min(drawn[one], drawn[other]) * buckets / classes);
                        int high = (int)((long)Math.Max(drawn[one], drawn[other]) * buckets / classes);
                        pairs[(low * buckets) + high]++;
                    }
                }
            }
        }

        // The statistic of a chi-square test that all pairs of different buckets occur equally often. Its distribution is found by drawing random orders.
        double[] different = [.. Enumerable.Range(0, pairs.Length).Where(pair => pair / buckets < pair % buckets).Select(pair => (double)pairs[pair])];
        double expected = different.Average();
        double statistic = expected == 0 ? 0 : different.Sum(count => (count - expected) * (count - expected) / expected);
        return [neighbours, correlation, statistic, relatives, consecutive];
    }

    /// <summary>Compares the means of measures of a sampler with those of random orders; see <see cref="Significance"/> for the decision rule.</summary>
    public static void AssertAlike(IReadOnlyList<double[]> sampler, IReadOnlyList<double[]> random, string what)
    {
        for (int measure = 0; measure < Names.Length; measure++)
        {
            double[] expected = [.. random.Select(values => values[measure])];
            double mean = expected.Average();
            double variance = expected.Sum(value => (value - mean) * (value - mean)) / (expected.Length - 1);
            double difference = sampler.Average(values => values[measure]) - mean;
            if (variance < 1e-12)
            {
                Assert.True(Math.Abs(difference) < 1e-6, $"{what}, {Names[measure]}: {difference + mean:G6} and not {mean:G6}");
                continue;
            }

            double deviations = difference / Math.Sqrt(variance * ((1.0 / sampler.Count) + (1.0 / random.Count)));
            Significance.AssertKept(2 * Normal.CDF(0, 1, -Math.Abs(deviations)), $"{what}, {Names[measure]} {difference + mean:G6} and not {mean:G6}");
        }
    }

    private static bool IsConsecutive(ReadOnlySpan<int> drawn)
    {
        int[] sorted = drawn.ToArray();
        Array.Sort(sorted);
        for (int place = 1; place < sorted.Length; place++)
        {
            if (sorted[place] != sorted[place - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }
}
