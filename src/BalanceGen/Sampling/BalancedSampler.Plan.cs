namespace BalanceGen;

/// <content>What will be drawn and when, without drawing; and visits: the k-th draw of a class of n rows is visit k div n of its row.</content>
public sealed partial class BalancedSampler
{
    /// <summary>What the sampler will do, exactly. O(classes + period); allocates.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>How often a class is drawn in the first draws. O(classes + period); allocates.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draws">The number of draws, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public long DrawsOf(int classIndex, long draws) => _visits.DrawsOf(classIndex, draws);

    /// <summary>
    /// The least number of draws after which every row of a class was drawn, or null if the class has rows and is not drawn;
    /// 0 for a class without rows. O(classes + period); allocates.
    /// </summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public long? DrawsUntilAllSeen(int classIndex) => _visits.DrawsUntilAllSeen(classIndex, new VisitFinder(_visits));

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

    internal override string Description => $"{base.Description} and the target {Target}";

    internal override SamplerPlan PlanOf(long draws) => _visits.PlanOf(draws);
}
