namespace BalanceGen.Loading;

/// <summary>The batches of drawn rows.</summary>
internal sealed class BatchSourceLoadSource<T>(IBatchSource<T> drawn) : LoadSource<T>
{
    private long _nextDraw = drawn.FirstDraw;

    public override long? TotalRows => drawn.EndDraw - drawn.FirstDraw;

    public override ValueTask<bool> TryFillAsync(LoadOrder<T> order)
    {
        int count = (int)Math.Min(drawn.BatchSize, drawn.EndDraw - _nextDraw);
        if (count <= 0)
        {
            return new ValueTask<bool>(false);
        }

        order.Prepare(count, withClasses: true, reuse: false);
        drawn.Fill(_nextDraw, order.Rows.AsSpan(0, count), order.RowNumbers.AsSpan(0, count), order.ClassIndices.AsSpan(0, count));
        long epoch = drawn.EpochOf(_nextDraw);
        _nextDraw += count;
        order.Position = new LoadPosition(_nextDraw, epoch, drawn.StateAt(_nextDraw));
        return new ValueTask<bool>(true);
    }
}
