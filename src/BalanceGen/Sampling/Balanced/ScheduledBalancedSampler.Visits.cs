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
        ScheduledRun memory = Interlocked.Exchange(ref _run, null) ?? new ScheduledRun(Seed, _classes);
        for (int number = _visits.PhaseOf(firstDraw); !visits.IsEmpty; number++)
        {
            BalancedPhase phase = _visits.Phases[number];
            int run = _visits.RunOf(number, firstDraw, visits.Length);
            FillVisits(phase, memory.Turns.Of(number, _visits.ScheduleOf(number)), firstDraw - phase.FirstDraw, visits[..run]);
            visits = visits[run..];
            firstDraw += run;
        }

        _run = memory;
    }

    private void FillVisits(BalancedPhase phase, ClassTurns turns, long draw, Span<long> visits)
    {
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<int> places = turns.Read(draw, visits.Length, out ReadOnlySpan<long> ofPhase);
            for (int turn = 0; turn < places.Length; turn++)
            {
                int classIndex = phase.Quotas.Classes[places[turn]];
                visits[turn] = (phase.VisitsBefore[classIndex] + ofPhase[turn]) / _classes[_placeOfClass[classIndex]].Count;
            }

            visits = visits[places.Length..];
            draw += places.Length;
        }
    }
}
