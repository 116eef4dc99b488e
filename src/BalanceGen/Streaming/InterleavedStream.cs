namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamMix"/>.</summary>
internal sealed class InterleavedStream<T>(IEnumerable<T>[] streams, double[] shares, long seed, DryStreamRule whenDry) : PassStream<T>
{
    internal override IEnumerator<T> Pass(long pass)
    {
        var mixer = new StreamMixer(shares, seed, whenDry, pass);
        var open = new NumberedSource<T>?[streams.Length];
        long[] turns = new long[streams.Length];
        try
        {
            for (int chosen = mixer.Next(); chosen >= 0; chosen = mixer.Next())
            {
                while (true)
                {
                    // Kept before it is read, so that it is disposed of where the first row fails.
                    if (open[chosen] is not { } rows)
                    {
                        rows = new NumberedSource<T>(PassOf(streams[chosen], unchecked((pass << 20) + turns[chosen])));
                        open[chosen] = rows;
                    }

                    bool any = rows.TryRead(out T row);
                    open[chosen] = rows;
                    if (any)
                    {
                        yield return row;
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

                    rows.Dispose();
                    open[chosen] = null;
                    turns[chosen]++;
                }
            }
        }
        finally
        {
            foreach (NumberedSource<T>? rows in open)
            {
                rows?.Dispose();
            }
        }
    }
}
