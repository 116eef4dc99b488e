namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="ResumableStream{T}"/>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class AsyncResumableStream<T> : IAsyncEnumerable<T>
{
    private protected AsyncResumableStream()
    {
    }

    /// <summary>Enumerates the first pass.</summary>
    /// <param name="cancellationToken">Ends the enumeration; it is handed to the source and looked at before every row.</param>
    public AsyncStreamEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Pass(0, cancellationToken);

    IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken) => Pass(0, cancellationToken);

    /// <inheritdoc cref="ResumableStream{T}.ResumeFrom"/>
    public AsyncResumableStream<T> ResumeFrom(StreamState state)
    {
        ArgumentNullException.ThrowIfNull(state);

        // An error belongs here, not to the first row.
        Resume(state.Last, CancellationToken.None);
        return new AsyncResumedStream<T>(this, state.Last);
    }

    internal abstract AsyncStreamEnumerator<T> Pass(long pass, CancellationToken cancellation);

    internal abstract AsyncStreamEnumerator<T> Resume(OperatorState state, CancellationToken cancellation);
}
