namespace BalanceGen.Loading;

/// <summary>Batches of a synchronous sequence, for a loader, which reads asynchronously.</summary>
internal sealed class SynchronousBatches<T>(IEnumerable<ReadOnlyMemory<T>> batches) : IAsyncEnumerable<ReadOnlyMemory<T>>
{
    /// <summary>The sequence, if it is a stream of this library.</summary>
    public ResumableStream<ReadOnlyMemory<T>>? Stream => batches as ResumableStream<ReadOnlyMemory<T>>;

    public IAsyncEnumerator<ReadOnlyMemory<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(batches.GetEnumerator(), cancellationToken);

    internal sealed class Enumerator(IEnumerator<ReadOnlyMemory<T>> batches, CancellationToken cancellation) : IAsyncEnumerator<ReadOnlyMemory<T>>
    {
        public ReadOnlyMemory<T> Current => batches.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            cancellation.ThrowIfCancellationRequested();
            return new ValueTask<bool>(batches.MoveNext());
        }

        public ValueTask DisposeAsync()
        {
            batches.Dispose();
            return default;
        }
    }
}
