namespace BalanceGen;

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
    /// it is ∫ 1 − Π_c (1 − e^(−x·p_c/n_c))^(n_c) dx over x ≥ 0, here by Simpson's rule. Classes without a share are left out.
    /// </summary>
    public static double ExpectedDrawsUntilAllSeen(ReadOnlySpan<long> counts, ReadOnlySpan<double> shares)
    {
        double end = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (shares[index] > 0)
            {
                end = Math.Max(end, (Math.Log(counts[index]) + Tail) * counts[index] / shares[index]);
            }
        }

        double sum = 0;
        for (int point = 0; point <= Panels; point++)
        {
            double factor = point is 0 or Panels ? 1 : point % 2 == 1 ? 4 : 2;
            sum += factor * ProbabilityThatARowIsUnseen(counts, shares, end * point / Panels);
        }

        return sum * end / Panels / 3;
    }

    /// <summary>
    /// The expected number of epochs until every row was seen, where each epoch sees a row of class c with probability s_c
    /// independently of the other epochs: Σ_e 1 − Π_c (1 − (1 − s_c)^e)^(n_c).
    /// </summary>
    public static double ExpectedEpochsUntilAllSeen(ReadOnlySpan<long> counts, ReadOnlySpan<double> seenShares)
    {
        const double negligible = 1e-9;
        double epochs = 0;
        double unseen = 1;
        for (int epoch = 0; unseen > negligible; epoch++)
        {
            double logAllSeen = 0;
            for (int index = 0; index < counts.Length; index++)
            {
                if (counts[index] > 0 && seenShares[index] is > 0 and < 1)
                {
                    logAllSeen += counts[index] * PortableMath.Log1P(-Math.Pow(1 - seenShares[index], epoch));
                }
            }

            unseen = epoch == 0 ? 1 : -PortableMath.ExpM1(logAllSeen);
            epochs += unseen;
        }

        return epochs;
    }

    private static double ProbabilityThatARowIsUnseen(ReadOnlySpan<long> counts, ReadOnlySpan<double> shares, double draws)
    {
        double logAllSeen = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            if (shares[index] > 0)
            {
                logAllSeen += counts[index] * PortableMath.Log1P(-Math.Exp(-draws * shares[index] / counts[index]));
            }
        }

        return -PortableMath.ExpM1(logAllSeen);
    }
}
