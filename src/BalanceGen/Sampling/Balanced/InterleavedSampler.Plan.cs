namespace BalanceGen.Sampling;

/// <content>How often each sampler is drawn from: exact, without drawing.</content>
public sealed partial class InterleavedSampler
{
    /// <summary>What the sampler will do, with its samplers as the classes, named 0, 1, … O(samplers + period) and what the samplers' plans cost; allocates the plan.</summary>
    /// <remarks>
    /// Shares and draws are exact. What is seen, and when, is as exact as the samplers' own plans are: <see cref="SamplerPlan.IsExact"/> says whether all of them are. Where
    /// several draw at random, all rows are seen somewhat later than <see cref="SamplerPlan.EpochsUntilAllSeen"/>, which is the greatest of their expectations.
    /// </remarks>
    /// <exception cref="NotSupportedException">One of the samplers is a <see cref="SamplerShard"/>: interleave the samplers, and shard the whole.</exception>
    public SamplerPlan Plan => PlanOf(EpochLength);

    internal override SamplerPlan PlanOf(long draws)
    {
        double[] targets = _shares.Resolve(_counts, default);
        var classes = new ClassPlan[_sources.Length];
        double? untilAllSeen = 0;
        bool isExact = true;
        long[] visits = VisitsOf(draws);
        var finder = new TurnFinder(_schedule);
        for (int source = 0; source < classes.Length; source++)
        {
            int place = Array.BinarySearch(_quotas.Classes, source);
            long ofSource = place < 0 ? 0 : visits[place];
            SamplerPlan own = _sources[source].PlanOf(Math.Max(1, ofSource))
                ?? throw new NotSupportedException("A shard has no plan. Interleave the samplers, and shard the interleaved sampler.");
            double? epochs = place < 0 || own.EpochsUntilAllSeen is not { } ownEpochs ? null : DrawsUntilVisits(finder, place, ownEpochs * own.EpochLength) / draws;
            classes[source] = new ClassPlan(
                source,
                _counts[source],
                targets[source],
                place < 0 ? 0 : (double)_quotas.Quotas[place] / _quotas.Period,
                ofSource,
                ofSource == 0 ? 0 : own.RowsSeenPerEpoch / _sources[source].RowCount,
                epochs);
            isExact &= place < 0 || own.IsExact;
            untilAllSeen = epochs is null || untilAllSeen is null ? null : Math.Max(untilAllSeen.Value, epochs.Value);
        }

        return new SamplerPlan(_counts, draws, isExact, untilAllSeen, classes) { IsOfSamplers = true };
    }

    /// <summary>How often each sampler is drawn from in the first draws.</summary>
    private long[] VisitsOf(long draws)
    {
        (long period, long rest) = Math.DivRem(draws, _schedule.Period);
        long[] visits = [.. _quotas.Quotas.Select(quota => period * quota)];
        new ClassTurns(_schedule).Count(period * _schedule.Period, rest, visits);
        return visits;
    }

    /// <summary>The number of draws that a number of visits of a sampler takes; between two visits, which an expectation may be, a part of the draws between them.</summary>
    private static double DrawsUntilVisits(TurnFinder finder, int place, double visits)
    {
        // A number of visits is a whole number up to the rounding of the division by the epoch.
        double whole = Math.Abs(visits - Math.Round(visits)) < 1e-6 ? Math.Round(visits) : Math.Floor(visits);
        double draws = DrawOfVisit(finder, place, (long)whole);
        return whole >= visits - 1e-6 ? draws : draws + ((visits - whole) * (DrawOfVisit(finder, place, (long)whole + 1) - draws));
    }

    /// <summary>The number of draws up to and with visit n − 1, the n-th.</summary>
    private static long DrawOfVisit(TurnFinder finder, int place, long visits) => visits == 0 ? 0 : finder.DrawOf(place, visits - 1) + 1;
}
