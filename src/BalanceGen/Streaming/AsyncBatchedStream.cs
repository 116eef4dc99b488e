namespace BalanceGen;

/// <summary>See <see cref="StreamBatching"/>.</summary>
internal sealed class AsyncBatchedStream<T>(IAsyncEnumerable<T> source, int size, bool dropRemainder, bool reuseBuffer) : AsyncPassStream<ReadOnlyMemory<T>>
{
    internal override async IAsyncEnumerator<ReadOnlyMemory<T>> Pass(long pass, CancellationToken cancellation)
    {
        var rows = new AsyncNumberedSource<T>(AsyncPassStream<T>.PassOf(source, pass, cancellation), cancellation);
        await using (rows.ConfigureAwait(false))
        {
            T[] batch = new T[size];
            int count = 0;
            while (await rows.ReadAsync().ConfigureAwait(false))
            {
                batch[count] = rows.Current;
                if (++count < size)
                {
                    continue;
                }

                yield return batch;
                count = 0;
                batch = reuseBuffer ? batch : new T[size];
            }

            if (count > 0 && !dropRemainder)
            {
                yield return batch.AsMemory(0, count);
            }
        }
    }
}
