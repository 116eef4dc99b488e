namespace BalanceGen.Loading;

/// <summary>Decodes the rows of the batches of a data set by several workers, ahead of the consumer and in the order of the draws.</summary>
/// <remarks>
/// <para>
/// The batches are the same for any number of workers, because the sampler alone decides which rows a batch holds.
/// Memory is bounded by <see cref="LoadOptions.Prefetch"/> batches. When the enumeration ends, by its end, an error, a break or
/// cancellation, all workers have ended too. A cancelled enumeration throws an <see cref="OperationCanceledException"/> with the caller's token.
/// </para>
/// <para>
/// The consumer disposes of decoded rows that were handed over, or of the results of a collating function. If the consumer leaves early or an error comes first, the loader
/// disposes of the objects that were not handed over, if they are <see cref="IDisposable"/> or <see cref="IAsyncDisposable"/>. A collating function owns its rows once it
/// returns. The loader disposes of pooled buffers when the enumeration ends.
/// </para>
/// <para>Every enumeration gives the same epoch again. Train with <see cref="Batches{T}.Epochs(long, long)"/>, and load each epoch.</para>
/// </remarks>
public static class BatchLoading
{
    /// <summary>Decodes rows by a function that blocks its thread, such as the decoding of an image. Each worker is a thread of its own.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
    /// <param name="batches">The batches of an epoch, or of the rest of one (<see cref="Batches{T}.ResumeFrom"/>).</param>
    /// <param name="decode">Decodes a row. It is called from several threads at once.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order. If a failed row is an error, a <see cref="RowLoadException"/> is thrown in its place.</returns>
    /// <exception cref="ArgumentException"><paramref name="decode"/> returns a task, which would not be awaited.</exception>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(this Batches<T> batches, Func<T, TDecoded> decode, LoadOptions? options = null) =>
        batches.LoadAsync(decode, batch => batch, options);

    /// <summary>Decodes rows by a function that blocks its thread, and makes a result of each batch.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded}(Batches{T}, Func{T, TDecoded}, LoadOptions)"/>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
    /// <typeparam name="TResult">What a batch becomes.</typeparam>
    /// <param name="batches">The batches.</param>
    /// <param name="decode">Decodes a row. It is called from several threads at once.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    public static IAsyncEnumerable<TResult> LoadAsync<T, TDecoded, TResult>(
        this Batches<T> batches, Func<T, TDecoded> decode, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return Load(batches, new SynchronousDecoder<T, TDecoded>(decode), collate, options);
    }

    /// <summary>Decodes rows by an asynchronous function, such as one that reads files. Workers are tasks, so no thread is blocked.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
    /// <param name="batches">The batches of an epoch, or of the rest of one (<see cref="Batches{T}.ResumeFrom"/>).</param>
    /// <param name="decode">Decodes a row. The token is cancelled when the row takes too long or the loader ends.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order. If a failed row is an error, a <see cref="RowLoadException"/> is thrown in its place.</returns>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this Batches<T> batches, Func<T, CancellationToken, ValueTask<TDecoded>> decode, LoadOptions? options = null) =>
        batches.LoadAsync(decode, batch => batch, options);

    /// <summary>Decodes rows by a function that returns a task. Workers are tasks, so no thread is blocked.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded}(Batches{T}, Func{T, CancellationToken, ValueTask{TDecoded}}, LoadOptions)"/>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this Batches<T> batches, Func<T, CancellationToken, Task<TDecoded>> decode, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return batches.LoadAsync((T row, CancellationToken cancellation) => new ValueTask<TDecoded>(decode(row, cancellation)), options);
    }

    /// <summary>Decodes rows by a function that returns a task and takes no token. Workers are tasks, so no thread is blocked.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded}(Batches{T}, Func{T, CancellationToken, ValueTask{TDecoded}}, LoadOptions)"/>
    /// <param name="batches">The batches of an epoch, or of the rest of one (<see cref="Batches{T}.ResumeFrom"/>).</param>
    /// <param name="decode">Decodes a row. It is not told when the row takes too long or the loader ends.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadAsync<T, TDecoded>(
        this Batches<T> batches, Func<T, Task<TDecoded>> decode, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return batches.LoadAsync((T row, CancellationToken _) => new ValueTask<TDecoded>(decode(row)), options);
    }

    /// <summary>Decodes rows by an asynchronous function, and makes a result of each batch.</summary>
    /// <inheritdoc cref="LoadAsync{T, TDecoded, TResult}(Batches{T}, Func{T, TDecoded}, Func{LoadedBatch{TDecoded}, TResult}, LoadOptions)"/>
    public static IAsyncEnumerable<TResult> LoadAsync<T, TDecoded, TResult>(
        this Batches<T> batches, Func<T, CancellationToken, ValueTask<TDecoded>> decode, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return Load(batches, new AsynchronousDecoder<T, TDecoded>(decode), collate, options);
    }

    /// <summary>
    /// Decodes rows into buffers that are used again: nothing is allocated per row. The rows of a batch are valid until the next one is asked for.
    /// </summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TBuffer">The type of a buffer, such as an array of pixels.</typeparam>
    /// <param name="batches">The batches of an epoch, or of the rest of one (<see cref="Batches{T}.ResumeFrom"/>).</param>
    /// <param name="create">
    /// Makes a buffer. It is called (<see cref="LoadOptions.Prefetch"/> + 1) · batch size times at most. At the end, the loader disposes of
    /// buffers that can be disposed of.
    /// </param>
    /// <param name="decode">Decodes a row into a buffer, which may hold an earlier row. It is called from several threads at once.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order.</returns>
    public static IAsyncEnumerable<LoadedBatch<TBuffer>> LoadPooledAsync<T, TBuffer>(
        this Batches<T> batches, Func<TBuffer> create, Action<T, TBuffer, CancellationToken> decode, LoadOptions? options = null)
        where TBuffer : class =>
        batches.LoadPooledAsync(create, decode, batch => batch, options);

    /// <summary>Decodes rows into buffers that are used again, and makes a result of each batch.</summary>
    /// <inheritdoc cref="LoadPooledAsync{T, TBuffer}(Batches{T}, Func{TBuffer}, Action{T, TBuffer, CancellationToken}, LoadOptions)"/>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TBuffer">The type of a buffer.</typeparam>
    /// <typeparam name="TResult">What a batch becomes.</typeparam>
    /// <param name="batches">The batches.</param>
    /// <param name="create">Makes a buffer.</param>
    /// <param name="decode">Decodes a row into a buffer.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    public static IAsyncEnumerable<TResult> LoadPooledAsync<T, TBuffer, TResult>(
        this Batches<T> batches,
        Func<TBuffer> create,
        Action<T, TBuffer, CancellationToken> decode,
        Func<LoadedBatch<TBuffer>, TResult> collate,
        LoadOptions? options = null)
        where TBuffer : class
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(decode);
        PooledDecoder<T, TBuffer>.RefuseAsync(decode);
        return Load(batches, new PooledDecoder<T, TBuffer>(create, decode), collate, options);
    }

    private static Loader<T, TDecoded, TResult> Load<T, TDecoded, TResult>(
        Batches<T> batches, RowDecoder<T, TDecoded> decoder, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options)
    {
        ArgumentNullException.ThrowIfNull(collate);
        return new Loader<T, TDecoded, TResult>(
            _ => new DatasetLoadSource<T, T>(batches, decoder.Pools, withContexts: false, (row, _) => row), decoder, collate, options ?? new LoadOptions());
    }
}
