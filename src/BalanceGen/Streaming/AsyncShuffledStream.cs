namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamShuffling"/>.</summary>
internal sealed class AsyncShuffledStream<T>(IAsyncEnumerable<T> source, int buffer, long seed) : AsyncPassStream<T>
{
    internal override async IAsyncEnumerator<T> Pass(long pass, CancellationToken cancellation)
    {
        var waiting = new ShuffleBuffer<T>(buffer, seed, pass);
        var rows = new AsyncNumberedSource<T>(PassOf(source, pass, cancellation), cancellation);
        await using (rows.ConfigureAwait(false))
        {
            while (await rows.ReadAsync().ConfigureAwait(false))
            {
                if (!waiting.TryAdd(rows.Current))
                {
                    yield return waiting.Exchange(rows.Current);
                }
            }

            while (waiting.TryDraw(out T row))
            {
                cancellation.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }
}
