namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamRepetition"/>.</summary>
internal sealed class AsyncRepeatedStream<T>(IAsyncEnumerable<T> source, long times) : AsyncPassStream<T>
{
    internal override async IAsyncEnumerator<T> Pass(long pass, CancellationToken cancellation)
    {
        // A pass of this stream is as many passes of the source. Without an end there is only one.
        long first = times == StreamRepetition.Endless ? 0 : unchecked(pass * times);
        for (long turn = 0; turn != times; turn++)
        {
            var rows = new AsyncNumberedSource<T>(PassOf(source, unchecked(first + turn), cancellation), cancellation);
            await using (rows.ConfigureAwait(false))
            {
                while (await rows.ReadAsync().ConfigureAwait(false))
                {
                    yield return rows.Current;
                }

                StreamRepetition.RefuseEmptyPass(rows.Count, times);
            }
        }
    }
}
