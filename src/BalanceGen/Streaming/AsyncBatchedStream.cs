namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamBatching"/>.</summary>
internal sealed class AsyncBatchedStream<T>(IAsyncEnumerable<T> source, int size, bool dropRemainder, bool reuseBuffer) : AsyncPassStream<ReadOnlyMemory<T>>
{
    internal override async IAsyncEnumerator<ReadOnlyMemory<T>> Pass(long pass, CancellationToken cancellation)
    {
        var batch = new BatchBuffer<T>(size, reuseBuffer);
        var rows = new AsyncNumberedSource<T>(AsyncPassStream<T>.PassOf(source, pass, cancellation), cancellation);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync().ConfigureAwait(false))
            {
                if (batch.Add(rows.Current))
                {
                    yield return batch.Take();
                }
            }

            if (batch.Count > 0 && !dropRemainder)
            {
                yield return batch.Take();
            }
        }
    }
}
