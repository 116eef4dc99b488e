namespace BalanceGen.Sampling;

/// <summary>The expectation of a <see cref="WeightedRandomSampler"/> with replacement.</summary>
internal static class IndependentPlan
{
    public static SamplerPlan Of(ClassCounts counts, double[] shares, long epochLength)
    {
        var classes = new ClassPlan[shares.Length];
        var known = new Dictionary<(long Count, double Share), double>();
        bool neverAll = false;
        for (int index = 0; index < classes.Length; index++)
        {
            double share = shares[index];
            double? epochs = counts[index] == 0
                ? 0
                : share == 0 ? null : UntilAllSeen(counts[index], share) / epochLength;
            neverAll |= epochs is null;
            classes[index] = new ClassPlan(
                index, counts[index], share, share, share * epochLength, Coverage.SeenShare(counts[index], share, epochLength), epochs);
        }

        double? untilAllSeen = neverAll ? null : Coverage.ExpectedDrawsUntilAllSeen(counts.Values, shares) / epochLength;
        return new SamplerPlan(counts, epochLength, isExact: false, untilAllSeen, classes);

        // Many classes have the same number of rows, and what is known of one is known of all of them.
        double UntilAllSeen(long count, double share)
        {
            if (!known.TryGetValue((count, share), out double draws))
            {
                draws = Coverage.ExpectedDrawsUntilAllSeen([count], [share]);
                known.Add((count, share), draws);
            }

            return draws;
        }
    }
}
