namespace BalanceGen.Streaming;

/// <summary>Repeats streams.</summary>
public static class StreamRepetition
{
    internal const long Endless = -1;

    /// <summary>
    /// Enumerates a stream several times, one pass after the other. Operators of this library that come before it use other random words in
    /// every pass: each pass is shuffled and resampled anew, and still a pure function of the seed.
    /// </summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="source">The stream; it must be possible to enumerate it again.</param>
    /// <param name="times">How many passes, 0 or more; −1 (the default) for no end.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than −1.</exception>
    /// <remarks>Lazy; O(1) a row. An endless repetition of an empty stream throws an <see cref="EmptyDatasetException"/>; it does not hang.</remarks>
    public static ResumableStream<T> Repeat<T>(this IEnumerable<T> source, long times = Endless)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, Endless);
        return new StepStream<T, T, RepeatStep<T>>(new(times), source);
    }

    /// <inheritdoc cref="Repeat{T}(IEnumerable{T}, long)"/>
    public static AsyncResumableStream<T> Repeat<T>(this IAsyncEnumerable<T> source, long times = Endless)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, Endless);
        return new AsyncStepStream<T, T, RepeatStep<T>>(new(times), source);
    }
}
