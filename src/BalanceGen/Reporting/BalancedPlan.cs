namespace BalanceGen;

/// <summary>The plan of a <see cref="BalancedSampler"/>: exact, from its schedule.</summary>
internal static class BalancedPlan
{
    public static SamplerPlan Of(BalancedSampler sampler)
    {
        ClassCounts counts = sampler.Counts;
        double[] target = sampler.Target.Resolve(counts, sampler.ZeroCounts);
        var classes = new ClassPlan[target.Length];
        double? untilAllSeen = 0;
        for (int index = 0; index < classes.Length; index++)
        {
            long draws = sampler.DrawsOf(index, sampler.EpochLength);
            double? epochs = (double?)sampler.DrawsUntilAllSeen(index) / sampler.EpochLength;
            double seen = counts[index] == 0 ? 0 : Math.Min(1, (double)draws / counts[index]);
            classes[index] = new ClassPlan(index, counts[index], target[index], sampler.AchievedShare(index), draws, seen, epochs);
            untilAllSeen = epochs is null ? null : untilAllSeen is null ? null : Math.Max(untilAllSeen.Value, epochs.Value);
        }

        return new SamplerPlan(counts, sampler.EpochLength, isExact: true, untilAllSeen, classes);
    }
}
