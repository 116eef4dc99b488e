namespace BalanceGen.Sampling;

/// <summary>
/// What draws without replacement are expected to see of groups of rows with the same weight. Every epoch starts anew, so a run is a number of whole epochs and
/// the beginning of another.
/// </summary>
internal sealed class SuccessiveRun
{
    /// <summary>The expectation for a number of draws.</summary>
    /// <param name="counts">The rows of each group.</param>
    /// <param name="shares">The share of each group in the weight of all rows.</param>
    /// <param name="epochLength">The number of draws after which all rows can be drawn again.</param>
    /// <param name="draws">The number of draws, 1 or more.</param>
    public SuccessiveRun(ReadOnlySpan<long> counts, double[] shares, long epochLength, long draws)
    {
        (long epochs, long rest) = Math.DivRem(draws, epochLength);
        SeenInEpoch = SuccessivePlan.SeenShares(counts, shares, epochLength);
        double[] seenInRest = rest == 0 ? new double[shares.Length] : SuccessivePlan.SeenShares(counts, shares, rest);
        Seen = new double[shares.Length];
        Draws = new double[shares.Length];
        for (int group = 0; group < shares.Length; group++)
        {
            double unseen = SeenInEpoch[group] >= 1 ? (epochs > 0 ? 0 : 1) : PortableMath.Exp(Math.Max(-690, epochs * PortableMath.Log1P(-SeenInEpoch[group])));
            Seen[group] = epochs == 1 && rest == 0 ? SeenInEpoch[group] : 1 - (unseen * (1 - seenInRest[group]));
            Draws[group] = ((epochs * SeenInEpoch[group]) + seenInRest[group]) * counts[group];
        }
    }

    /// <summary>The share of the rows of each group that one epoch sees.</summary>
    public double[] SeenInEpoch { get; }

    /// <summary>The share of the rows of each group that the draws see.</summary>
    public double[] Seen { get; }

    /// <summary>The number of draws of each group.</summary>
    public double[] Draws { get; }
}
