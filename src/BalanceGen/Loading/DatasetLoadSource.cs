namespace BalanceGen.Loading;

/// <summary>The batches that a sampler draws from a data set, with the context of every draw where it is wanted.</summary>
internal sealed class DatasetLoadSource<T, TRow>(Batches<T> batches, bool reuse, bool withContexts, Func<T, DrawContext, TRow> rowOf) : LoadSource<TRow>
{
    private readonly int[] _drawn = new int[batches.MaxRows];
    private long _nextDraw = batches.FirstDraw;
    private long? _totalRows;

    public override long? TotalRows => _totalRows ??= batches.RowCount;

    public override ValueTask<bool> TryFillAsync(LoadOrder<TRow> order)
    {
        long firstDraw = _nextDraw;
        int count = batches.Draw(ref _nextDraw, _drawn);
        if (count == 0)
        {
            return new ValueTask<bool>(false);
        }

        order.Prepare(count, withClasses: true, reuse, withContexts);
        Span<int> drawn = _drawn.AsSpan(0, count);
        if (withContexts)
        {
            batches.FillContexts(firstDraw, drawn, order.Contexts.AsSpan(0, count));
        }

        ReadOnlySpan<T> rows = batches.Dataset.AllRows;
        for (int place = 0; place < count; place++)
        {
            order.Rows[place] = rowOf(rows[drawn[place]], withContexts ? order.Contexts[place] : default);
            order.RowNumbers[place] = drawn[place];
        }

        batches.Dataset.Extractor.ClassesOf(rows, drawn, order.ClassIndices.AsSpan(0, count));
        long next = _nextDraw == batches.EndDraw ? batches.EndOfEpoch : _nextDraw;
        order.Position = new LoadPosition(next, batches.EpochNumber, batches.Sampler.StateAt(next));
        return new ValueTask<bool>(true);
    }
}
