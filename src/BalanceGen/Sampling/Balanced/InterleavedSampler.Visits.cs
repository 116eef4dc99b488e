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
        InterleavedBlock block = Interlocked.Exchange(ref _block, null) ?? new InterleavedBlock(_schedule, BlockLength);
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<int> places = block.Turns.Read(firstDraw, visits.Length, out ReadOnlySpan<long> turns);
            for (int draw = 0; draw < places.Length; draw++)
            {
                visits[draw] = _sources[_quotas.Classes[places[draw]]].VisitAt(turns[draw]);
            }

            visits = visits[places.Length..];
            firstDraw += places.Length;
        }

        _block = block;
    }
}
