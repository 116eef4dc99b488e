namespace BalanceGen.Sampling;

/// <content>Visits: the k-th draw of a class of n rows is visit k div n of its row.</content>
public sealed partial class MinimumQuotaSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        (long period, long slot) = Math.DivRem(firstDraw, Period);
        int first = _schedule.VariantOf(Seed, DrawStreams.ScheduleVariant, period) * Period;
        foreach (ref long visit in visits)
        {
            if (slot == Period)
            {
                slot = 0;
                first = _schedule.VariantOf(Seed, DrawStreams.ScheduleVariant, ++period) * Period;
            }

            (int place, int occurrence) = _schedule.SlotAt(first + (int)slot++);
            visit = ((period * _quotas[place]) + occurrence) / _classes[place].Count;
        }
    }
}
