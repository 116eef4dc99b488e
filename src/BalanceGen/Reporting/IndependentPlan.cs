namespace BalanceGen;

/// <summary>The expectation of a <see cref="WeightedRandomSampler"/> with replacement.</summary>
internal static class IndependentPlan
{
    public static SamplerPlan Of(WeightedRandomSampler sampler)
    {
        ClassCounts counts = sampler.Counts;
        double[] shares = Shares(sampler);
        var classes = new ClassPlan[shares.Length];
        bool neverAll = false;
        for (int index = 0; index < classes.Length; index++)
        {
            double share = shares[index];
            double? epochs = counts[index] == 0
                ? 0
                : share == 0 ? null : Coverage.ExpectedDrawsUntilAllSeen([counts[index]], [share]) / sampler.EpochLength;
            neverAll |= epochs is null;
            classes[index] = new ClassPlan(
                index, counts[index], share, share, share * sampler.EpochLength, Coverage.SeenShare(counts[index], share, sampler.EpochLength), epochs);
        }

        double? untilAllSeen = neverAll ? null : Coverage.ExpectedDrawsUntilAllSeen(counts.Values, shares) / sampler.EpochLength;
        return new SamplerPlan(counts, sampler.EpochLength, isExact: false, untilAllSeen, classes);
    }

    /// <summary>The probabilities with which the (first) draw takes each class.</summary>
    internal static double[] Shares(WeightedRandomSampler sampler)
    {
        var shares = new double[sampler.Counts.Classes.Count];
        for (int index = 0; index < shares.Length; index++)
        {
            shares[index] = sampler.ShareOf(index);
        }

        return shares;
    }
}
