namespace BalanceGen.Loading;

/// <summary>Decodes drawn rows by several workers, ahead of the consumer and in the order of the draws, as <see cref="BatchLoading"/> does those of a data set in memory.</summary>
public static class BatchSourceLoading
{
    /// <summary>Decodes rows by a function that blocks its thread. Each worker is a thread of its own.</summary>
    /// <typeparam name="T">What is known of a row before.</typeparam>
    /// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
    /// <typeparam name="TResult">What a batch becomes.</typeparam>
    /// <param name="rows">The drawn rows.</param>
    /// <param name="decode">Decodes a row. It is called from several threads at once.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order. If a failed row is an error, a <see cref="RowLoadException"/> is thrown in its place.</returns>
    public static IAsyncEnumerable<TResult> LoadAsync<T, TDecoded, TResult>(
        this IBatchSource<T> rows, Func<T, TDecoded> decode, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(decode);
        ArgumentNullException.ThrowIfNull(collate);
        return new Loader<T, TDecoded, TResult>(
            _ => new BatchSourceLoadSource<T>(rows), new SynchronousDecoder<T, TDecoded>(decode), collate, options ?? new LoadOptions());
    }
}
