namespace BalanceGen.Sampling;

/// <summary>The expectation of the samplers with resampled epochs.</summary>
internal static class ResampledPlan
{
    /// <summary>The plan of a number of draws, which is that of an epoch or of a run through several.</summary>
    public static SamplerPlan Of(ClassCounts counts, ResampledEpoch epoch, double[] targetShares, long draws)
    {
        double epochs = (double)draws / epoch.Length;
        var coverages = new ResampledCoverage[targetShares.Length];
        var classes = new ClassPlan[targetShares.Length];
        for (int index = 0; index < classes.Length; index++)
        {
            double ofClass = epoch.DrawsOf(index);
            coverages[index] = new ResampledCoverage(counts[index], epoch.Replacement ? epoch.DistinctOf(index, counts[index]) : ofClass);
            double? untilSeen = counts[index] == 0
                ? 0
                : ofClass == 0 ? null : ResampledCoverage.ExpectedEpochs([coverages[index]], epoch.Length) / epochs;
            classes[index] = new ClassPlan(
                index, counts[index], targetShares[index], ofClass / epoch.Length, ofClass * epochs, coverages[index].SeenShare(epochs), untilSeen);
        }

        return new SamplerPlan(counts, draws, classes, () => ResampledCoverage.ExpectedEpochs(coverages, epoch.Length) / epochs);
    }

    public static double[] TargetOf(ClassCounts resampled) => Shares([.. resampled.Values.ToArray().Select(count => (double)count)]);

    public static double[] Shares(double[] draws)
    {
        double total = draws.Sum();
        return [.. draws.Select(ofClass => ofClass / total)];
    }
}
