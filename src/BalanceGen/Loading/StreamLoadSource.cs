namespace BalanceGen.Loading;

/// <summary>The batches of a stream.</summary>
/// <param name="batches">The batches.</param>
/// <param name="stateOf">The state of the stream after the current batch; null where the stream has none.</param>
/// <param name="interval">Every how many batches it is saved; 0 for never.</param>
internal sealed class StreamLoadSource<T>(IAsyncEnumerator<ReadOnlyMemory<T>> batches, Func<StreamState>? stateOf, int interval) : LoadSource<T>
{
    private long _nextRow;
    private long _batches;

    public override long? TotalRows => null;

    /// <summary>The batches of one enumeration, with their state if they are a stream of this library.</summary>
    public static StreamLoadSource<T> Of(IAsyncEnumerable<ReadOnlyMemory<T>> batches, int interval, CancellationToken cancellation)
    {
        if (batches is SynchronousBatches<T> { Stream: { } stream })
        {
            StreamEnumerator<ReadOnlyMemory<T>> pass = stream.GetEnumerator();
            return new StreamLoadSource<T>(new SynchronousBatches<T>.Enumerator(pass, cancellation), pass.GetState, interval);
        }

        IAsyncEnumerator<ReadOnlyMemory<T>> enumerator = batches.GetAsyncEnumerator(cancellation);
        return new StreamLoadSource<T>(enumerator, enumerator is AsyncStreamEnumerator<ReadOnlyMemory<T>> own ? own.GetState : null, interval);
    }

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

        // Taken here, where the source stands behind this batch: by the time the consumer has the batch, others were read.
        bool saves = interval > 0 && ++_batches % interval == 0;
        order.Position = new LoadPosition(_nextRow, 0, null, saves ? stateOf?.Invoke() : null);
        return true;
    }

    public override ValueTask DisposeAsync() => batches.DisposeAsync();
}
