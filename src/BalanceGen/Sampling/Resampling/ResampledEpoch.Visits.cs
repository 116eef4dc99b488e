namespace BalanceGen.Sampling;

/// <content>Visits: the copies of a row in an epoch are numbered, those of the next epoch go on behind the most that an epoch can have.</content>
internal sealed partial class ResampledEpoch
{
    /// <summary>Which visits of their rows consecutive draws are.</summary>
    public void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        Span<int> places = stackalloc int[256];
        ResampledOrder order = Interlocked.Exchange(ref _order, null) ?? new ResampledOrder(_seed, Length, _index, _classes);
        (long epoch, long place) = Math.DivRem(firstDraw, Length);
        while (!visits.IsEmpty)
        {
            Span<int> run = places[..(int)Math.Min(Math.Min(Length - place, visits.Length), places.Length)];
            order.Places(epoch, (int)place, run);
            uint offset = OffsetOf(epoch);
            for (int draw = 0; draw < run.Length; draw++)
            {
                int drawn = ClassOf(offset, run[draw]);
                long count = _index.Counts.Values[_classes[drawn]];
                int ofClass = run[draw] - (int)((_cumulative[drawn] + offset) >> FractionBits);
                visits[draw] = (epoch * MostCopies(drawn, count)) + (ofClass / count);
            }

            visits = visits[run.Length..];
            place += run.Length;
            if (place == Length)
            {
                epoch++;
                place = 0;
            }
        }

        _order = order;
    }

    /// <summary>The most draws of a row that an epoch can have.</summary>
    private long MostCopies(int drawn, long count)
    {
        ulong most = (_cumulative[drawn + 1] - _cumulative[drawn] + ((1UL << FractionBits) - 1)) >> FractionBits;
        return ((long)most + count - 1) / count;
    }
}
