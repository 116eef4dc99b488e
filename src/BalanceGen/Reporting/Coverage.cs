namespace BalanceGen.Reporting;

/// <summary>How much of the rows independent draws are expected to see: the coupon collector's problem with classes.</summary>
/// <remarks>Nothing here decides a draw, so the C library's logarithms will do.</remarks>
internal static class Coverage
{
    /// <summary>Beyond (ln n + this)/rate the probability that a row of a class is still unseen is below 1e-13.</summary>
    private const double Tail = 30;

    private const int Panels = 4096;

    /// <summary>The expected share of n rows that <paramref name="draws"/> independent draws with the class share p see: 1 − (1 − p/n)^draws.</summary>
    public static double SeenShare(long count, double share, double draws) =>
        count == 0 ? 0 : share >= count ? 1 : -PortableMath.ExpM1(draws * PortableMath.Log1P(-share / count));

    /// <summary>
    /// The expected number of independent draws until every row of every class with a share was drawn. By Poissonisation
    /// it is the expected time until the last of independent exponential arrivals, row of class c with the rate p_c/n_c.
    /// </summary>
    public static double ExpectedDrawsUntilAllSeen(ReadOnlySpan<long> counts, ReadOnlySpan<double> shares)
    {
        var rates = new double[counts.Length];
        for (int index = 0; index < rates.Length; index++)
        {
            rates[index] = shares[index] > 0 ? shares[index] / counts[index] : 0;
        }

        return ExpectedLastArrival(counts, rates);
    }

    /// <summary>
    /// The expected number of epochs until every row was seen, where each epoch sees a row of class c with probability s_c
    /// independently of the other epochs: Σ_e 1 − Π_c (1 − (1 − s_c)^e)^(n_c) over e = 0, 1, …
    /// </summary>
    public static double ExpectedEpochsUntilAllSeen(ReadOnlySpan<long> counts, ReadOnlySpan<double> seenShares)
    {
        const double negligible = 1e-9;
        const double rare = 0.01;
        var rates = new double[counts.Length];
        double least = 1;
        for (int index = 0; index < rates.Length; index++)
        {
            if (counts[index] > 0 && seenShares[index] is > 0 and < 1)
            {
                rates[index] = -PortableMath.Log1P(-seenShares[index]);
                least = Math.Min(least, seenShares[index]);
            }
        }

        if (least < rare)
        {
            // Many epochs: the sum is the integral and half its first term (Euler and Maclaurin).
            return ExpectedLastArrival(counts, rates) + 0.5;
        }

        (long[] rows, double[] ofRows) = Together(counts, rates);
        double epochs = 1;
        double unseen = 1;
        for (int epoch = 1; unseen > negligible; epoch++)
        {
            unseen = ProbabilityThatARowIsUnseen(rows, ofRows, epoch);
            epochs += unseen;
        }

        return epochs;
    }

    /// <summary>∫ 1 − Π_c (1 − e^(−x·λ_c))^(n_c) dx over x ≥ 0 by Simpson's rule. Classes with the rate 0 are left out.</summary>
    public static double ExpectedLastArrival(ReadOnlySpan<long> counts, ReadOnlySpan<double> rates)
    {
        double end = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (rates[index] > 0)
            {
                end = Math.Max(end, (Math.Log(counts[index]) + Tail) / rates[index]);
            }
        }

        (long[] rows, double[] ofRows) = Together(counts, rates);
        double sum = 0;
        for (int point = 0; point <= Panels; point++)
        {
            double factor = point is 0 or Panels ? 1 : point % 2 == 1 ? 4 : 2;
            sum += factor * ProbabilityThatARowIsUnseen(rows, ofRows, end * point / Panels);
        }

        return sum * end / Panels / 3;
    }

    /// <summary>A function of the rows and the rate of a class that is computed once for equal classes. Of ten thousand classes most are like others.</summary>
    public static Func<long, double, double> OnceForEqual(Func<long, double, double> ofClass)
    {
        var known = new Dictionary<(long Count, double Rate), double>();
        return (count, rate) =>
        {
            if (!known.TryGetValue((count, rate), out double value))
            {
                value = ofClass(count, rate);
                known.Add((count, rate), value);
            }

            return value;
        };
    }

    /// <summary>The classes with a rate; those of one rate are one class. Of ten thousand classes most have as few rows as others.</summary>
    private static (long[] Counts, double[] Rates) Together(ReadOnlySpan<long> counts, ReadOnlySpan<double> rates)
    {
        var places = new Dictionary<double, int>();
        var together = new List<long>();
        var different = new List<double>();
        for (int index = 0; index < counts.Length; index++)
        {
            if (rates[index] > 0)
            {
                if (places.TryAdd(rates[index], together.Count))
                {
                    together.Add(0);
                    different.Add(rates[index]);
                }

                together[places[rates[index]]] += counts[index];
            }
        }

        return ([.. together], [.. different]);
    }

    private static double ProbabilityThatARowIsUnseen(long[] counts, double[] rates, double time)
    {
        double logAllSeen = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            logAllSeen += counts[index] * PortableMath.Log1P(-Math.Exp(-time * rates[index]));
        }

        return -PortableMath.ExpM1(logAllSeen);
    }
}
