namespace BalanceGen.Streaming;

/// <summary>Takes the first rows of streams, by 64-bit counts.</summary>
public static class StreamTaking
{
    /// <summary>The first rows of a stream. The row after the last one is not read.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="source">The stream.</param>
    /// <param name="count">How many rows, 0 or more; a shorter stream is returned whole.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <remarks>
    /// Lazy; O(1) a row. A 32-bit count without the suffix L is LINQ's <c>Take</c>, with the same rows; only this one hands the pass of
    /// <see cref="StreamRepetition"/> on to the operators before it.
    /// </remarks>
    public static ResumableStream<T> Take<T>(this IEnumerable<T> source, long count)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new StepStream<T, T, TakeStep<T>>(new(count), source);
    }

    /// <inheritdoc cref="Take{T}(IEnumerable{T}, long)"/>
    public static AsyncResumableStream<T> Take<T>(this IAsyncEnumerable<T> source, long count)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new AsyncStepStream<T, T, TakeStep<T>>(new(count), source);
    }
}
