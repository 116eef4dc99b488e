namespace BalanceGen.Loading;

/// <summary>The batches that a sampler draws from a data set, with the context of every draw.</summary>
internal sealed class ContextLoadSource<T>(Batches<T> batches, bool reuse) : LoadSource<DrawnRow<T>>
{
    private readonly int[] _rows = new int[Math.Min(batches.BatchSize, batches.EndDraw - batches.FirstDraw)];
    private long _nextDraw = batches.FirstDraw;

    public override long? TotalRows => batches.EndDraw - batches.FirstDraw;

    public override ValueTask<bool> TryFillAsync(LoadOrder<DrawnRow<T>> order)
    {
        int count = (int)Math.Min(batches.BatchSize, batches.EndDraw - _nextDraw);
        if (count <= 0)
        {
            return new ValueTask<bool>(false);
        }

        order.Prepare(count, withClasses: true, reuse, withContexts: true);
        Span<int> drawn = _rows.AsSpan(0, count);
        batches.Sampler.Fill(_nextDraw, drawn);
        batches.Sampler.FillContexts(_nextDraw, drawn, order.Contexts.AsSpan(0, count));
        ReadOnlySpan<T> rows = batches.Dataset.AllRows;
        for (int place = 0; place < count; place++)
        {
            order.Rows[place] = new DrawnRow<T>(rows[drawn[place]], order.Contexts[place]);
            order.RowNumbers[place] = drawn[place];
        }

        batches.Dataset.Extractor.ClassesOf(rows, drawn, order.ClassIndices.AsSpan(0, count));
        _nextDraw += count;
        long next = _nextDraw == batches.EndDraw ? batches.EndOfEpoch : _nextDraw;
        order.Position = new LoadPosition(next, batches.EpochNumber, batches.Sampler.StateAt(next));
        return new ValueTask<bool>(true);
    }
}
