namespace BalanceGen.Sampling;

/// <content>How often each sampler is drawn from: exact, without drawing.</content>
public sealed partial class InterleavedSampler
{
    /// <summary>
    /// What the sampler will do, with its samplers as the classes, named 0, 1, … O(phases · (samplers + period)) and what the samplers'
    /// plans cost; allocates the plan.
    /// </summary>
    /// <remarks>
    /// Shares and draws are exact. Shares that change are those of the last phase, or, if each sampler is shown once, of a whole epoch.
    /// Draws are those of the first epoch. What is seen, and when, is as exact as the samplers' own plans:
    /// <see cref="SamplerPlan.IsExact"/> says whether all of them are. If several draw at random, all rows are seen somewhat later than
    /// <see cref="SamplerPlan.EpochsUntilAllSeen"/>, which is the greatest of their expectations.
    /// </remarks>
    /// <exception cref="NotSupportedException">One of the samplers is a <see cref="SamplerShard"/>: interleave the samplers, and shard the whole.</exception>
    public SamplerPlan Plan => PlanOf(EpochLength);

    // Visits: the k-th draw of a sampler is a visit of its row as that sampler counts them.
    /// <summary>What the number of a visit means: what it means for the least exact of the samplers.</summary>
    public override VisitNumbering VisitNumbering =>
        _visits.Phases.SelectMany(phase => phase.Quotas.Classes).Max(source => _sources[source].VisitNumbering);

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        InterleavedBlock block = Interlocked.Exchange(ref _block, null) ?? new InterleavedBlock(_sources.Length, BlockLength);
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<ClassPlace> draws = block.Read(_visits, firstDraw, visits.Length);
            for (int draw = 0; draw < draws.Length; draw++)
            {
                visits[draw] = _sources[draws[draw].ClassIndex].VisitAt(draws[draw].Place);
            }

            visits = visits[draws.Length..];
            firstDraw += draws.Length;
        }

        _block = block;
    }

    internal override SamplerPlan PlanOf(long draws)
    {
        double[] targets = _visits.TargetShares(_counts);
        var classes = new ClassPlan[_sources.Length];
        bool isExact = true;
        long[] visits = _visits.VisitsUntil(draws);
        VisitFinder finder = _visits.CreateFinder();
        for (int source = 0; source < classes.Length; source++)
        {
            bool isDrawn = _visits.DrawOf(finder, source, 0) is not null;
            SamplerPlan own = _sources[source].PlanOf(Math.Max(1, visits[source]))
                ?? throw new NotSupportedException("A shard has no plan. Interleave the samplers, and shard the interleaved sampler.");
            double? epochs = !isDrawn || own.EpochsUntilAllSeen is not { } ownEpochs ? null : DrawsUntilVisits(finder, source, ownEpochs * own.EpochLength) / draws;
            classes[source] = new ClassPlan(
                source,
                _counts[source],
                targets[source],
                _visits.AchievedShare(source),
                visits[source],
                visits[source] == 0 ? 0 : own.RowsSeenPerEpoch / _sources[source].RowCount,
                epochs);
            isExact &= !isDrawn || own.IsExact;
        }

        return new SamplerPlan(_counts, draws, isExact, classes) { IsOfSamplers = true };
    }

    /// <summary>
    /// The number of draws that a number of visits of a sampler takes. The visits may be an expectation, and so a fraction; the draws are
    /// then interpolated. Null if the sampler never has them.
    /// </summary>
    private double? DrawsUntilVisits(VisitFinder finder, int source, double visits)
    {
        // A number of visits is a whole number up to the rounding of the division by the epoch.
        double whole = Math.Abs(visits - Math.Round(visits)) < 1e-6 ? Math.Round(visits) : Math.Floor(visits);
        double? draws = DrawOfVisit(finder, source, (long)whole);
        return whole >= visits - 1e-6 ? draws : draws + ((visits - whole) * (DrawOfVisit(finder, source, (long)whole + 1) - draws));
    }

    /// <summary>The number of draws up to and with visit n − 1, the n-th.</summary>
    private long? DrawOfVisit(VisitFinder finder, int source, long visits) => visits == 0 ? 0 : _visits.DrawOf(finder, source, visits - 1) + 1;
}
