namespace BalanceGen.Loading;

/// <summary>
/// Decodes the rows of the batches of a data set as <see cref="BatchLoading"/> does, with functions that get the <see cref="DrawContext"/> of each row: the number of the
/// visit, and the seed for its augmentation.
/// </summary>
/// <remarks>
/// The context is a pure function of the sampler and the draw. So augmentation is the same for any number of workers, and exactly the same
/// after a resume.
/// </remarks>
public static class ContextLoading
{
    /// <summary>Decodes rows by a function that blocks its thread.</summary>
    /// <inheritdoc cref="LoadWithContextAsync{T, TDecoded, TResult}(Batches{T}, Func{T, DrawContext, TDecoded}, Func{LoadedBatch{TDecoded}, TResult}, LoadOptions)"/>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadWithContextAsync<T, TDecoded>(
        this Batches<T> batches, Func<T, DrawContext, TDecoded> decode, LoadOptions? options = null) =>
        batches.LoadWithContextAsync(decode, batch => batch, options);

    /// <summary>Decodes rows by a function that blocks its thread, and makes a result of each batch.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TDecoded">What a row is decoded to.</typeparam>
    /// <typeparam name="TResult">What a batch becomes.</typeparam>
    /// <param name="batches">The batches of an epoch, or of the rest of one (<see cref="Batches{T}.ResumeFrom"/>).</param>
    /// <param name="decode">Decodes a row, given the context of its draw. It is called from several threads at once.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order. If a failed row is an error, a <see cref="RowLoadException"/> is thrown in its place.</returns>
    public static IAsyncEnumerable<TResult> LoadWithContextAsync<T, TDecoded, TResult>(
        this Batches<T> batches, Func<T, DrawContext, TDecoded> decode, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return Load(batches, new SynchronousDecoder<DrawnRow<T>, TDecoded>(drawn => decode(drawn.Row, drawn.Context)), collate, options);
    }

    /// <summary>Decodes rows by an asynchronous function. Workers are tasks, so no thread is blocked.</summary>
    /// <inheritdoc cref="LoadWithContextAsync{T, TDecoded, TResult}(Batches{T}, Func{T, DrawContext, CancellationToken, ValueTask{TDecoded}}, Func{LoadedBatch{TDecoded}, TResult}, LoadOptions)"/>
    public static IAsyncEnumerable<LoadedBatch<TDecoded>> LoadWithContextAsync<T, TDecoded>(
        this Batches<T> batches, Func<T, DrawContext, CancellationToken, ValueTask<TDecoded>> decode, LoadOptions? options = null) =>
        batches.LoadWithContextAsync(decode, batch => batch, options);

    /// <summary>Decodes rows by an asynchronous function, and makes a result of each batch.</summary>
    /// <inheritdoc cref="LoadWithContextAsync{T, TDecoded, TResult}(Batches{T}, Func{T, DrawContext, TDecoded}, Func{LoadedBatch{TDecoded}, TResult}, LoadOptions)"/>
    /// <param name="batches">The batches of an epoch, or of what is left of one.</param>
    /// <param name="decode">Decodes a row, given the context of its draw. The token is cancelled when the row takes too long or the loader ends.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    public static IAsyncEnumerable<TResult> LoadWithContextAsync<T, TDecoded, TResult>(
        this Batches<T> batches, Func<T, DrawContext, CancellationToken, ValueTask<TDecoded>> decode, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(decode);
        return Load(batches, new AsynchronousDecoder<DrawnRow<T>, TDecoded>((drawn, cancellation) => decode(drawn.Row, drawn.Context, cancellation)), collate, options);
    }

    /// <summary>Decodes rows into buffers that are used again: nothing is allocated per row. The rows of a batch are valid until the next one is asked for.</summary>
    /// <typeparam name="T">The record type.</typeparam>
    /// <typeparam name="TBuffer">The type of a buffer, such as an array of pixels.</typeparam>
    /// <typeparam name="TResult">What a batch becomes.</typeparam>
    /// <param name="batches">The batches of an epoch, or of the rest of one (<see cref="Batches{T}.ResumeFrom"/>).</param>
    /// <param name="create">Makes a buffer; it is called (<see cref="LoadOptions.Prefetch"/> + 1) · batch size times at most.</param>
    /// <param name="decode">Decodes a row into a buffer, which may hold an earlier row, given the context of its draw. It is called from several threads at once.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>The batches in order.</returns>
    public static IAsyncEnumerable<TResult> LoadPooledWithContextAsync<T, TBuffer, TResult>(
        this Batches<T> batches,
        Func<TBuffer> create,
        Action<T, DrawContext, TBuffer, CancellationToken> decode,
        Func<LoadedBatch<TBuffer>, TResult> collate,
        LoadOptions? options = null)
        where TBuffer : class
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(decode);
        PooledDecoder<DrawnRow<T>, TBuffer>.RefuseAsync(decode);
        return Load(batches, new PooledDecoder<DrawnRow<T>, TBuffer>(create, (drawn, buffer, cancellation) => decode(drawn.Row, drawn.Context, buffer, cancellation)), collate, options);
    }

    private static Loader<DrawnRow<T>, TDecoded, TResult> Load<T, TDecoded, TResult>(
        Batches<T> batches, RowDecoder<DrawnRow<T>, TDecoded> decoder, Func<LoadedBatch<TDecoded>, TResult> collate, LoadOptions? options)
    {
        ArgumentNullException.ThrowIfNull(collate);
        return new Loader<DrawnRow<T>, TDecoded, TResult>(
            _ => new DatasetLoadSource<T, DrawnRow<T>>(batches, decoder.Pools, withContexts: true, (row, context) => new(row, context)),
            decoder,
            collate,
            options ?? new LoadOptions());
    }
}
