namespace BalanceGen.Sampling;

/// <summary>
/// The expectation of a <see cref="WeightedRandomSampler"/> without replacement. In the exponential race that defines the
/// draws, a row of class c has arrived by time x with probability 1 − e^(−x·p_c/n_c); an epoch of m draws lasts until about the time at
/// which m arrivals are expected.
/// </summary>
internal static class SuccessivePlan
{
    private const int Bisections = 200;

    /// <summary>The plan of a number of draws, which is that of an epoch or of a run through several.</summary>
    public static SamplerPlan Of(ClassCounts counts, double[] shares, long epochLength, long draws)
    {
        var run = new SuccessiveRun(counts.Values, shares, epochLength, draws);
        double epochOfDraws = (double)epochLength / draws;
        Func<long, double, double> seenBy = Coverage.OnceForEqual((count, seen) => Coverage.ExpectedEpochsUntilAllSeen([count], [seen]));
        ClassPlan[] classes =
        [
            .. shares.Select((share, index) => new ClassPlan(
                index,
                counts[index],
                share,
                run.Draws[index] / draws,
                run.Draws[index],
                run.Seen[index],
                counts[index] == 0 ? 0 : share == 0 ? null : seenBy(counts[index], run.SeenInEpoch[index]) * epochOfDraws)),
        ];
        return new SamplerPlan(counts, draws, classes, () => Coverage.ExpectedEpochsUntilAllSeen(counts.Values, run.SeenInEpoch) * epochOfDraws);
    }

    /// <summary>The share of the rows of each group that the draws are expected to see; rows of a group have the same weight.</summary>
    public static double[] SeenShares(ReadOnlySpan<long> counts, double[] shares, long draws)
    {
        var seen = new double[shares.Length];
        double least = 0;
        double most = 1;
        while (Arrivals(counts, shares, most, seen) < draws && most < 1e300)
        {
            most *= 2;
        }

        for (int round = 0; round < Bisections; round++)
        {
            double middle = least + ((most - least) / 2);
            (least, most) = Arrivals(counts, shares, middle, seen) < draws ? (middle, most) : (least, middle);
        }

        Arrivals(counts, shares, most, seen);
        return seen;
    }

    private static double Arrivals(ReadOnlySpan<long> counts, double[] shares, double time, double[] seen)
    {
        double arrivals = 0;
        for (int index = 0; index < shares.Length; index++)
        {
            seen[index] = shares[index] == 0 ? 0 : -PortableMath.ExpM1(-time * shares[index] / counts[index]);
            arrivals += seen[index] * counts[index];
        }

        return arrivals;
    }
}
