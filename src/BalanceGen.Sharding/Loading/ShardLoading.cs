namespace BalanceGen.Sharding;

/// <summary>Reads the rows of batches from shard files by several workers, ahead of the consumer and in the order of the draws.</summary>
/// <remarks>
/// The order, failures and states are those of the loader for data sets in memory. A row number of a batch is the number of the row in its file. The rows of later
/// batches are known, so the workers read their files and row groups while the consumer still has earlier batches. <see cref="LoadOptions.Prefetch"/> says how many
/// batches ahead.
/// </remarks>
public static class ShardLoading
{
    /// <summary>Reads the rows of batches.</summary>
    /// <typeparam name="T">What a row is read to.</typeparam>
    /// <param name="batches">The batches.</param>
    /// <param name="reader">Reads a row; it is not disposed.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    /// <returns>
    /// The batches in order. If a row fails and the options make that an error, its batch throws a <see cref="RowLoadException"/>, whose cause names the file.
    /// </returns>
    public static IAsyncEnumerable<LoadedBatch<T>> LoadAsync<T>(this ShardBatches batches, IShardReader<T> reader, LoadOptions? options = null) =>
        batches.LoadAsync(reader, batch => batch, options);

    /// <summary>Reads the rows of batches, and makes a result of each batch.</summary>
    /// <typeparam name="T">What a row is read to.</typeparam>
    /// <typeparam name="TResult">What a batch becomes.</typeparam>
    /// <param name="batches">The batches.</param>
    /// <param name="reader">Reads a row; it is not disposed.</param>
    /// <param name="collate">Makes the result of a batch, for instance a tensor, on a worker.</param>
    /// <param name="options">The number of workers, the prefetch, what happens to failures.</param>
    public static IAsyncEnumerable<TResult> LoadAsync<T, TResult>(
        this ShardBatches batches, IShardReader<T> reader, Func<LoadedBatch<T>, TResult> collate, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(collate);
        return batches.LoadAsync<ShardRow, T, TResult>(row => batches.Sampler.Index.Read(reader, row), collate, options);
    }

    /// <summary>
    /// Reads one row, and blocks the calling thread until it is read. This is for code that makes something of a row itself, such as an encoder of tensors.
    /// </summary>
    /// <typeparam name="T">What a row is read to.</typeparam>
    /// <param name="index">The index of the shards.</param>
    /// <param name="reader">Reads the row.</param>
    /// <param name="row">A drawn row.</param>
    /// <remarks>It is as thread-safe as the reader.</remarks>
    /// <exception cref="ShardRowException">The row cannot be read; the message names its file.</exception>
    public static T Read<T>(this ShardedIndex index, IShardReader<T> reader, ShardRow row)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            ValueTask<T> read = reader.ReadAsync(row, CancellationToken.None);
            return read.IsCompletedSuccessfully ? read.Result : read.AsTask().GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new ShardRowException(index.PathOf(row.Shard), row, exception);
        }
    }
}
