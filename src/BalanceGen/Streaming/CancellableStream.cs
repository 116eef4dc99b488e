namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamCancelling"/>.</summary>
internal sealed class CancellableStream<T>(IEnumerable<T> source, CancellationToken cancellation) : PassStream<T>
{
    internal override IEnumerator<T> Pass(long pass)
    {
        var rows = new NumberedSource<T>(PassOf(source, pass));
        try
        {
            cancellation.ThrowIfCancellationRequested();
            while (rows.TryRead(out T row))
            {
                yield return row;
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            rows.Dispose();
        }
    }
}
