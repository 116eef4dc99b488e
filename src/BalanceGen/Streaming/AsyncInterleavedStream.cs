namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamMix"/>.</summary>
internal sealed class AsyncInterleavedStream<T>(IAsyncEnumerable<T>[] streams, double[] shares, long seed, DryStreamRule whenDry) : AsyncPassStream<T>
{
    internal override async IAsyncEnumerator<T> Pass(long pass, CancellationToken cancellation)
    {
        var mixer = new StreamMixer(shares, seed, whenDry, pass);
        var open = new AsyncNumberedSource<T>?[streams.Length];
        long[] turns = new long[streams.Length];
        try
        {
            for (int chosen = mixer.Next(); chosen >= 0; chosen = mixer.Next())
            {
                while (true)
                {
                    AsyncNumberedSource<T> rows = open[chosen] ??=
                        new AsyncNumberedSource<T>(PassOf(streams[chosen], unchecked((pass << 20) + turns[chosen]), cancellation), cancellation);
                    if (await rows.ReadAsync().ConfigureAwait(false))
                    {
                        yield return rows.Current;
                        break;
                    }

                    if (!mixer.GoesOnWithout(chosen, rows.Count))
                    {
                        yield break;
                    }

                    if (!mixer.Restarts)
                    {
                        break;
                    }

                    await rows.DisposeAsync().ConfigureAwait(false);
                    open[chosen] = null;
                    turns[chosen]++;
                }
            }
        }
        finally
        {
            foreach (AsyncNumberedSource<T>? rows in open)
            {
                if (rows is not null)
                {
                    await rows.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }
}
