namespace BalanceGen.Sampling;

/// <content>Visits, which are counted across phases: the k-th draw of a class of n rows is visit k div n of its row.</content>
public sealed partial class ScheduledBalancedSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        for (int number = PhaseOf(firstDraw); !visits.IsEmpty; number++)
        {
            BalancedPhase phase = _phases[number];
            long left = number == _phases.Length - 1 ? long.MaxValue : _phases[number + 1].FirstDraw - firstDraw;
            int run = (int)Math.Min(left, visits.Length);
            FillVisits(phase, ScheduleOf(number), firstDraw - phase.FirstDraw, visits[..run]);
            visits = visits[run..];
            firstDraw += run;
        }
    }

    private void FillVisits(BalancedPhase phase, ClassSchedule schedule, long draw, Span<long> visits)
    {
        ulong stream = DrawStreams.PhaseVariant(phase.Number);
        (long period, long slot) = Math.DivRem(draw, schedule.Period);
        int first = schedule.VariantOf(Seed, stream, period) * schedule.Period;
        foreach (ref long visit in visits)
        {
            if (slot == schedule.Period)
            {
                slot = 0;
                first = schedule.VariantOf(Seed, stream, ++period) * schedule.Period;
            }

            (int place, int occurrence) = schedule.SlotAt(first + (int)slot++);
            int classIndex = phase.Quotas.Classes[place];
            long ofClass = phase.VisitsBefore[classIndex] + (period * phase.Quotas.Quotas[place]) + occurrence;
            visit = ofClass / _classes[_placeOfClass[classIndex]].Count;
        }
    }
}
