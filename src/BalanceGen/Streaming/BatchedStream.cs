namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamBatching"/>.</summary>
internal sealed class BatchedStream<T>(IEnumerable<T> source, int size, bool dropRemainder, bool reuseBuffer) : PassStream<ReadOnlyMemory<T>>
{
    internal override IEnumerator<ReadOnlyMemory<T>> Pass(long pass)
    {
        var batch = new BatchBuffer<T>(size, reuseBuffer);
        var rows = new NumberedSource<T>(PassStream<T>.PassOf(source, pass));
        try
        {
            while (rows.TryRead(out T row))
            {
                if (batch.Add(row))
                {
                    yield return batch.Take();
                }
            }

            if (batch.Count > 0 && !dropRemainder)
            {
                yield return batch.Take();
            }
        }
        finally
        {
            rows.Dispose();
        }
    }
}
