namespace BalanceGen.Loading;

/// <summary>Decodes the rows of the batches of a stream by several workers, ahead of the consumer and in order.</summary>
/// <remarks>See <see cref="BatchLoading"/>, also for who disposes of what. The source is read by one task, ahead of the consumer; its errors surface after the batches before them.
/// With <see cref="LoadOptions.StreamStateInterval"/> batches of a <see cref="ResumableStream{T}"/> or <see cref="AsyncResumableStream{T}"/> have the state from which the
/// stream goes on after them.</remarks>
public static class StreamLoading
{
    /// <summary>Decodes rows by a function that blocks its thread. Each worker is a thread of its own.</summary>
    /// <typeparam name="T">The type of a row of the stream.</typeparam>
    /// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
    /// <param name="batches">The batches of a stream; they may share a buffer.</param>
    /// <param name="decode">Decodes a row. It is called from several threads at once.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order. If a failed row is an error, a <see cref="RowLoadException"/> is thrown in its place.</returns>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this IAsyncEnumerable<ReadOnlyMemory<T>> batches, Func<T, TDecoded> decode, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return Load(batches, new SynchronousDecoder<T, TDecoded>(decode), options);
    }

    /// <summary>Decodes rows by an asynchronous function. Workers are tasks, so no thread is blocked.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded}(IAsyncEnumerable{ReadOnlyMemory{T}}, Func{T, TDecoded}, LoadOptions)"/>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this IAsyncEnumerable<ReadOnlyMemory<T>> batches, Func<T, CancellationToken, ValueTask<TDecoded>> decode, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return Load(batches, new AsynchronousDecoder<T, TDecoded>(decode), options);
    }

    /// <summary>Decodes rows by a function that blocks its thread. Each worker is a thread of its own.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded}(IAsyncEnumerable{ReadOnlyMemory{T}}, Func{T, TDecoded}, LoadOptions)"/>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this IEnumerable<ReadOnlyMemory<T>> batches, Func<T, TDecoded> decode, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new SynchronousBatches<T>(batches).LoadAsync(decode, options);
    }

    /// <summary>Decodes rows by an asynchronous function. Workers are tasks, so no thread is blocked.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded}(IAsyncEnumerable{ReadOnlyMemory{T}}, Func{T, TDecoded}, LoadOptions)"/>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this IEnumerable<ReadOnlyMemory<T>> batches, Func<T, CancellationToken, ValueTask<TDecoded>> decode, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new SynchronousBatches<T>(batches).LoadAsync(decode, options);
    }

    private static Loader<T, TDecoded, LoadedBatch<TDecoded>> Load<T, TDecoded>(
        IAsyncEnumerable<ReadOnlyMemory<T>> batches, RowDecoder<T, TDecoded> decoder, LoadOptions? options)
    {
        ArgumentNullException.ThrowIfNull(batches);
        options ??= new LoadOptions();
        return new Loader<T, TDecoded, LoadedBatch<TDecoded>>(
            cancellation => StreamLoadSource<T>.Of(batches, options.StreamStateInterval, cancellation), decoder, batch => batch, options);
    }
}
