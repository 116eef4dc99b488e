namespace BalanceGen.Sampling;

/// <summary>The expectation of a <see cref="WeightedRandomSampler"/> with replacement.</summary>
internal static class IndependentPlan
{
    public static SamplerPlan Of(ClassCounts counts, double[] shares, long epochLength)
    {
        Func<long, double, double> seenBy = Coverage.OnceForEqual((count, share) => Coverage.ExpectedDrawsUntilAllSeen([count], [share]));
        ClassPlan[] classes =
        [
            .. shares.Select((share, index) => new ClassPlan(
                index,
                counts[index],
                share,
                share,
                share * epochLength,
                Coverage.SeenShare(counts[index], share, epochLength),
                counts[index] == 0 ? 0 : share == 0 ? null : seenBy(counts[index], share) / epochLength)),
        ];
        return new SamplerPlan(counts, epochLength, classes, () => Coverage.ExpectedDrawsUntilAllSeen(counts.Values, shares) / epochLength);
    }
}
