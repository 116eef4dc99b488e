namespace BalanceGen.Streaming;

/// <summary>Groups the rows of streams into batches.</summary>
public static class StreamBatching
{
    /// <summary>Groups consecutive rows into batches.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="source">The stream.</param>
    /// <param name="size">The number of rows in a batch, 1 or more; the last batch may have fewer.</param>
    /// <param name="dropRemainder">Whether the last batch is left out if it is smaller than the others.</param>
    /// <param name="reuseBuffer">
    /// Whether all batches lie in one buffer: nothing is allocated per batch, but a batch is valid only until the next one is asked for. By
    /// default each batch has an array of its own and may be kept.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    /// <remarks>Lazy; O(1) a row. A batch is in memory while it is filled.</remarks>
    public static ResumableStream<ReadOnlyMemory<T>> Batch<T>(this IEnumerable<T> source, [ValueRange(1, int.MaxValue)] int size, bool dropRemainder = false, bool reuseBuffer = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new StepStream<T, ReadOnlyMemory<T>, BatchStep<T>>(new(size, dropRemainder, reuseBuffer), source);
    }

    /// <inheritdoc cref="Batch{T}(IEnumerable{T}, int, bool, bool)"/>
    public static AsyncResumableStream<ReadOnlyMemory<T>> Batch<T>(this IAsyncEnumerable<T> source, [ValueRange(1, int.MaxValue)] int size, bool dropRemainder = false, bool reuseBuffer = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return new AsyncStepStream<T, ReadOnlyMemory<T>, BatchStep<T>>(new(size, dropRemainder, reuseBuffer), source);
    }
}
