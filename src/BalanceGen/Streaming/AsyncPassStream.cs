namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="PassStream{T}"/>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class AsyncPassStream<T> : IAsyncEnumerable<T>
{
    private protected AsyncPassStream()
    {
    }

    /// <summary>Enumerates the first pass.</summary>
    /// <param name="cancellationToken">Ends the enumeration; it is handed to the source and looked at before every row.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Pass(0, cancellationToken);

    internal abstract IAsyncEnumerator<T> Pass(long pass, CancellationToken cancellation);
}
