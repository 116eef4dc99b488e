namespace BalanceGen;

/// <summary>See <see cref="StreamBatching"/>.</summary>
internal sealed class BatchedStream<T>(IEnumerable<T> source, int size, bool dropRemainder, bool reuseBuffer) : PassStream<ReadOnlyMemory<T>>
{
    internal override IEnumerator<ReadOnlyMemory<T>> Pass(long pass)
    {
        var rows = new NumberedSource<T>(PassStream<T>.PassOf(source, pass));
        try
        {
            T[] batch = new T[size];
            int count = 0;
            while (rows.TryRead(out T row))
            {
                batch[count] = row;
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
        finally
        {
            rows.Dispose();
        }
    }
}
