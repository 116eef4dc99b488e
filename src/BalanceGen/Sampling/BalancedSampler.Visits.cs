namespace BalanceGen;

/// <content>Visits: the k-th draw of a class of n rows is visit k div n of its row.</content>
public sealed partial class BalancedSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        BalancedRun run = Interlocked.Exchange(ref _run, null) ?? new BalancedRun(_schedule, Seed, _classes);
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<int> places = run.Turns.Read(firstDraw, visits.Length, out ReadOnlySpan<long> ofClass);
            for (int draw = 0; draw < places.Length; draw++)
            {
                visits[draw] = ofClass[draw] / _classes[places[draw]].Count;
            }

            visits = visits[places.Length..];
            firstDraw += places.Length;
        }

        _run = run;
    }
}
