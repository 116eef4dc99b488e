namespace BalanceGen.Sampling;

/// <content>Visits: the k-th draw of a sampler is a visit of its row as that sampler counts them.</content>
public sealed partial class InterleavedSampler
{
    /// <summary>What the number of a visit means: what it means for the least exact of the samplers.</summary>
    public override VisitNumbering VisitNumbering
    {
        get
        {
            VisitNumbering least = VisitNumbering.Exact;
            foreach (int source in _quotas.Classes)
            {
                least = (VisitNumbering)Math.Max((int)least, (int)_sources[source].VisitNumbering);
            }

            return least;
        }
    }

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        (long period, long slot) = Math.DivRem(firstDraw, _schedule.Period);
        int first = FirstSlotOf(period);
        foreach (ref long visit in visits)
        {
            if (slot == _schedule.Period)
            {
                slot = 0;
                first = FirstSlotOf(++period);
            }

            (int place, int occurrence) = _schedule.SlotAt(first + (int)slot++);
            visit = _sources[_quotas.Classes[place]].VisitAt((period * _quotas.Quotas[place]) + occurrence);
        }
    }
}
