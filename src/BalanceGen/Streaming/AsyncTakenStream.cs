namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamTaking"/>.</summary>
internal sealed class AsyncTakenStream<T>(IAsyncEnumerable<T> source, long count) : AsyncPassStream<T>
{
    internal override async IAsyncEnumerator<T> Pass(long pass, CancellationToken cancellation)
    {
        if (count == 0)
        {
            yield break;
        }

        var rows = new AsyncNumberedSource<T>(PassOf(source, pass, cancellation), cancellation);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync().ConfigureAwait(false))
            {
                yield return rows.Current;
                if (rows.Count == count)
                {
                    yield break;
                }
            }
        }
    }
}
