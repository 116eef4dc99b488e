namespace BalanceGen;

/// <content>When a class is drawn: exact, without drawing.</content>
public sealed partial class BalancedSampler
{
    /// <summary>What the sampler will do, exactly. O(classes + period); allocates.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    internal override string Description => $"{base.Description} and the target {Target}";

    internal override SamplerPlan PlanOf(long draws)
    {
        double[] target = Target.Resolve(Counts, ZeroCounts);
        long[] ofPlaces = DrawsOfPlaces(draws);
        long[] lastRows = DrawsUntilPlacesSeen();
        var classes = new ClassPlan[target.Length];
        double? untilAllSeen = 0;
        for (int index = 0; index < classes.Length; index++)
        {
            int place = PlaceOf(index);
            long ofClass = place < 0 ? 0 : ofPlaces[place];
            double? epochs = Counts[index] == 0 ? 0 : place < 0 ? null : (double)lastRows[place] / draws;
            double seen = Counts[index] == 0 ? 0 : Math.Min(1, (double)ofClass / Counts[index]);
            classes[index] = new ClassPlan(index, Counts[index], target[index], AchievedShare(index), ofClass, seen, epochs);
            untilAllSeen = epochs is null || untilAllSeen is null ? null : Math.Max(untilAllSeen.Value, epochs.Value);
        }

        return new SamplerPlan(Counts, draws, isExact: true, untilAllSeen, classes);
    }

    private long[] DrawsOfPlaces(long draws)
    {
        (long period, long rest) = Math.DivRem(draws, Period);
        long[] visits = [.. _quotas.Quotas.Select(quota => period * quota)];
        new ClassTurns(_schedule).Count(period * Period, rest, visits);
        return visits;
    }

    /// <summary>For each drawn class the number of draws that its last unseen row needs. Row n is seen by visit n − 1.</summary>
    private long[] DrawsUntilPlacesSeen()
    {
        var finder = new TurnFinder(_schedule);
        return [.. Enumerable.Range(0, _classes.Length).Select(place => finder.DrawOf(place, _classes[place].Count - 1L) + 1)];
    }

    private int PlaceOf(int classIndex) => Array.BinarySearch(_quotas.Classes, classIndex);
}
