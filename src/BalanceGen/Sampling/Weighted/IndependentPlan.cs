namespace BalanceGen.Sampling;

/// <summary>The expectation of a <see cref="WeightedRandomSampler"/> with replacement.</summary>
internal static class IndependentPlan
{
    public static SamplerPlan Of(ClassCounts counts, double[] shares, long epochLength)
    {
        var classes = new ClassPlan[shares.Length];
        Func<long, double, double> seenBy = Coverage.OnceForEqual((count, share) => Coverage.ExpectedDrawsUntilAllSeen([count], [share]));
        bool neverAll = false;
        for (int index = 0; index < classes.Length; index++)
        {
            double share = shares[index];
            double? epochs = counts[index] == 0
                ? 0
                : share == 0 ? null : seenBy(counts[index], share) / epochLength;
            neverAll |= epochs is null;
            classes[index] = new ClassPlan(
                index, counts[index], share, share, share * epochLength, Coverage.SeenShare(counts[index], share, epochLength), epochs);
        }

        double? untilAllSeen = neverAll ? null : Coverage.ExpectedDrawsUntilAllSeen(counts.Values, shares) / epochLength;
        return new SamplerPlan(counts, epochLength, isExact: false, untilAllSeen, classes);
    }
}
