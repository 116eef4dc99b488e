namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamRepetition"/>.</summary>
internal sealed class RepeatedStream<T>(IEnumerable<T> source, long times) : PassStream<T>
{
    internal override IEnumerator<T> Pass(long pass)
    {
        // A pass of this stream is as many passes of the source. Without an end there is only one.
        long first = times == StreamRepetition.Endless ? 0 : unchecked(pass * times);
        for (long turn = 0; turn != times; turn++)
        {
            var rows = new NumberedSource<T>(PassOf(source, unchecked(first + turn)));
            try
            {
                while (rows.TryRead(out T row))
                {
                    yield return row;
                }

                StreamRepetition.RefuseEmptyPass(rows.Count, times);
            }
            finally
            {
                rows.Dispose();
            }
        }
    }
}
