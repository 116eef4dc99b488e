namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamShuffling"/>.</summary>
internal sealed class ShuffledStream<T>(IEnumerable<T> source, int buffer, long seed) : PassStream<T>
{
    internal override IEnumerator<T> Pass(long pass)
    {
        var waiting = new ShuffleBuffer<T>(buffer, seed, pass);
        var rows = new NumberedSource<T>(PassOf(source, pass));
        try
        {
            while (rows.TryRead(out T row))
            {
                if (!waiting.TryAdd(row))
                {
                    yield return waiting.Exchange(row);
                }
            }

            while (waiting.TryDraw(out T row))
            {
                yield return row;
            }
        }
        finally
        {
            rows.Dispose();
        }
    }
}
