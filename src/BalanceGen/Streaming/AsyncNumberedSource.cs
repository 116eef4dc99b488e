using System.Runtime.CompilerServices;

namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="NumberedSource{T}"/>.</summary>
internal sealed class AsyncNumberedSource<T>(IAsyncEnumerator<T> rows, CancellationToken cancellation) : IAsyncDisposable
{
    /// <summary>How many rows were read.</summary>
    public long Count { get; private set; }

    /// <summary>The row that was read last.</summary>
    public T Current => rows.Current;

    /// <summary>Pooled, so that a source that suspends costs no allocation per row either.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> ReadAsync()
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (await rows.MoveNextAsync().ConfigureAwait(false))
            {
                Count++;
                return true;
            }
        }
        catch (Exception error) when (SourceRowException.Concerns(error))
        {
            throw new SourceRowException(Count, error);
        }

        return false;
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
