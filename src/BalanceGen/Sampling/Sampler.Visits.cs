namespace BalanceGen;

/// <content>Which visit of its row a draw is, and the seed that belongs to it.</content>
public abstract partial class Sampler
{
    private const int ContextsAtOnce = 256;

    /// <summary>What the number of a visit means for this sampler.</summary>
    public virtual VisitNumbering VisitNumbering => VisitNumbering.Draw;

    /// <summary>Which visit of its row a draw is, from 0.</summary>
    /// <param name="draw">The draw number, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    public long VisitAt(long draw)
    {
        long visit = 0;
        FillVisits(draw, new Span<long>(ref visit));
        return visit;
    }

    /// <summary>Which visits of their rows consecutive draws are. As cheap as the draws themselves, also after a seek; no allocation after the first call.</summary>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="visits">Receives one number per draw; see <see cref="VisitNumbering"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative.</exception>
    public virtual void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        foreach (ref long visit in visits)
        {
            visit = firstDraw++;
        }
    }

    /// <summary>The context of one draw.</summary>
    /// <param name="draw">The draw number, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draw"/> is negative.</exception>
    public DrawContext ContextAt(long draw)
    {
        DrawContext context = default;
        FillContexts(draw, new Span<DrawContext>(ref context));
        return context;
    }

    /// <summary>The contexts of consecutive draws. No allocation after the first call.</summary>
    /// <param name="firstDraw">The number of the first draw, 0 or more.</param>
    /// <param name="contexts">Receives one context per draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDraw"/> is negative.</exception>
    [SkipLocalsInit]
    public void FillContexts(long firstDraw, Span<DrawContext> contexts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        Span<int> rows = stackalloc int[ContextsAtOnce];
        while (!contexts.IsEmpty)
        {
            int run = Math.Min(ContextsAtOnce, contexts.Length);
            Fill(firstDraw, rows[..run]);
            FillContexts(firstDraw, rows[..run], contexts[..run]);
            contexts = contexts[run..];
            firstDraw += run;
        }
    }

    /// <summary>The contexts of consecutive draws whose rows are known.</summary>
    [SkipLocalsInit]
    internal void FillContexts(long firstDraw, ReadOnlySpan<int> rows, Span<DrawContext> contexts)
    {
        Span<long> visits = stackalloc long[ContextsAtOnce];
        for (int start = 0; start < rows.Length; start += ContextsAtOnce)
        {
            int run = Math.Min(ContextsAtOnce, rows.Length - start);
            FillVisits(firstDraw + start, visits[..run]);
            for (int place = 0; place < run; place++)
            {
                contexts[start + place] = ContextOf(firstDraw + start + place, rows[start + place], visits[place]);
            }
        }
    }

    /// <summary>The context of a draw whose row and visit are known.</summary>
    internal DrawContext ContextOf(long ownDraw, int row, long visit)
    {
        (long draw, long epoch) = NumberOf(ownDraw);
        return new DrawContext(draw, epoch, row, visit, Philox4x32.Block((ulong)Seed, (ulong)visit, DrawStreams.Augmentation(row)).Low);
    }

    /// <summary>The number and the epoch of a draw in the order of the whole sampler.</summary>
    internal virtual (long Draw, long Epoch) NumberOf(long draw) => (draw, draw / EpochLength);
}
