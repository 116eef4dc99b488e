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
            foreach (BalancedPhase phase in _visits.Phases)
            {
                foreach (int source in phase.Quotas.Classes)
                {
                    least = (VisitNumbering)Math.Max((int)least, (int)_sources[source].VisitNumbering);
                }
            }

            return least;
        }
    }

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
}
