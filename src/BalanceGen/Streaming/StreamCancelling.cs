namespace BalanceGen.Streaming;

/// <summary>Cancellation of synchronous streams.</summary>
public static class StreamCancelling
{
    /// <summary>
    /// Ends a synchronous stream by a token that is looked at before every row. Asynchronous streams have
    /// <see cref="TaskAsyncEnumerableExtensions.WithCancellation{T}(IAsyncEnumerable{T}, CancellationToken)"/>.
    /// </summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="source">The stream.</param>
    /// <param name="cancellationToken">The token. Once it is cancelled, the next row throws an <see cref="OperationCanceledException"/>.</param>
    public static ResumableStream<T> WithCancellation<T>(this IEnumerable<T> source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new StepStream<T, T, CancelStep<T>>(new(cancellationToken), source);
    }
}
