namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamTaking"/>.</summary>
internal sealed class TakenStream<T>(IEnumerable<T> source, long count) : PassStream<T>
{
    internal override IEnumerator<T> Pass(long pass)
    {
        if (count == 0)
        {
            yield break;
        }

        var rows = new NumberedSource<T>(PassOf(source, pass));
        try
        {
            while (rows.TryRead(out T row))
            {
                yield return row;
                if (rows.Count == count)
                {
                    yield break;
                }
            }
        }
        finally
        {
            rows.Dispose();
        }
    }
}
