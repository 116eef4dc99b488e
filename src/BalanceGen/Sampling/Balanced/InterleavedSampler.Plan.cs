namespace BalanceGen.Sampling;

/// <content>How often each sampler is drawn from: exact, without drawing.</content>
public sealed partial class InterleavedSampler
{
    /// <summary>What the sampler will do, with its samplers as the classes, named 0, 1, … O(samplers · period) and what the samplers' plans cost; allocates the plan.</summary>
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
        for (int source = 0; source < classes.Length; source++)
        {
            int place = Array.BinarySearch(_quotas.Classes, source);
            long ofSource = place < 0 ? 0 : VisitsOf(place, draws);
            SamplerPlan own = _sources[source].PlanOf(Math.Max(1, ofSource))
                ?? throw new NotSupportedException("A shard has no plan. Interleave the samplers, and shard the interleaved sampler.");
            double? epochs = place < 0 || own.EpochsUntilAllSeen is not { } ownEpochs ? null : DrawsUntilVisits(place, ownEpochs * own.EpochLength) / draws;
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

    /// <summary>How often a sampler is drawn from in the first draws.</summary>
    private long VisitsOf(int place, long draws)
    {
        (long period, long rest) = Math.DivRem(draws, _schedule.Period);
        long visits = period * _quotas.Quotas[place];
        int first = FirstSlotOf(period);
        for (int slot = 0; slot < rest; slot++)
        {
            visits += _schedule.SlotAt(first + slot).Place == place ? 1 : 0;
        }

        return visits;
    }

    /// <summary>The number of draws that a number of visits of a sampler takes; between two visits, which an expectation may be, a part of the draws between them.</summary>
    private double DrawsUntilVisits(int place, double visits)
    {
        // A number of visits is a whole number up to the rounding of the division by the epoch.
        double whole = Math.Abs(visits - Math.Round(visits)) < 1e-6 ? Math.Round(visits) : Math.Floor(visits);
        double draws = DrawOfVisit(place, (long)whole);
        return whole >= visits - 1e-6 ? draws : draws + ((visits - whole) * (DrawOfVisit(place, (long)whole + 1) - draws));
    }

    /// <summary>The number of draws up to and with visit n − 1, the n-th.</summary>
    private long DrawOfVisit(int place, long visits)
    {
        if (visits == 0)
        {
            return 0;
        }

        (long period, long occurrence) = Math.DivRem(visits - 1, _quotas.Quotas[place]);
        int first = FirstSlotOf(period);
        int slot = 0;
        while (_schedule.SlotAt(first + slot) != (place, (int)occurrence))
        {
            slot++;
        }

        return (period * _schedule.Period) + slot + 1;
    }
}
