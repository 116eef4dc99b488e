namespace BalanceGen.Loading;

/// <summary>The batches of a stream.</summary>
internal sealed class StreamLoadSource<T>(IAsyncEnumerator<ReadOnlyMemory<T>> batches) : LoadSource<T>
{
    private long _nextRow;

    public override long? TotalRows => null;

    public override async ValueTask<bool> TryFillAsync(LoadOrder<T> order)
    {
        if (!await batches.MoveNextAsync().ConfigureAwait(false))
        {
            return false;
        }

        ReadOnlyMemory<T> rows = batches.Current;
        order.Prepare(rows.Length, withClasses: false, reuse: false);
        rows.Span.CopyTo(order.Rows);
        for (int place = 0; place < rows.Length; place++)
        {
            order.RowNumbers[place] = _nextRow++;
        }

        order.Position = new LoadPosition(_nextRow, 0, null);
        return true;
    }

    public override ValueTask DisposeAsync() => batches.DisposeAsync();
}
