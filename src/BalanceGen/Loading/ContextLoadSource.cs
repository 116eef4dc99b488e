namespace BalanceGen.Loading;

/// <summary>The batches that a sampler draws from a data set, with the context of every draw.</summary>
internal sealed class ContextLoadSource<T>(Batches<T> batches, bool reuse) : LoadSource<DrawnRow<T>>
{
    private readonly int[] _rows = new int[batches.MaxRows];
    private long _nextDraw = batches.FirstDraw;
    private long? _totalRows;

    public override long? TotalRows => _totalRows ??= batches.RowCount;

    public override ValueTask<bool> TryFillAsync(LoadOrder<DrawnRow<T>> order)
    {
        long firstDraw = _nextDraw;
        int count = batches.Draw(ref _nextDraw, _rows);
        if (count == 0)
        {
            return new ValueTask<bool>(false);
        }

        order.Prepare(count, withClasses: true, reuse, withContexts: true);
        Span<int> drawn = _rows.AsSpan(0, count);
        batches.FillContexts(firstDraw, drawn, order.Contexts.AsSpan(0, count));
        ReadOnlySpan<T> rows = batches.Dataset.AllRows;
        for (int place = 0; place < count; place++)
        {
            order.Rows[place] = new DrawnRow<T>(rows[drawn[place]], order.Contexts[place]);
            order.RowNumbers[place] = drawn[place];
        }

        batches.Dataset.Extractor.ClassesOf(rows, drawn, order.ClassIndices.AsSpan(0, count));
        long next = _nextDraw == batches.EndDraw ? batches.EndOfEpoch : _nextDraw;
        order.Position = new LoadPosition(next, batches.EpochNumber, batches.Sampler.StateAt(next));
        return new ValueTask<bool>(true);
    }
}
