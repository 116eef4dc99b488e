namespace BalanceGen.Streaming;

/// <summary>Shuffles streams within a buffer.</summary>
public static class StreamShuffling
{
    /// <summary>
    /// Shuffles a stream within a buffer: once the buffer is full, each row that comes in takes the place of one that is drawn from it
    /// uniformly. A row comes out at most <paramref name="buffer"/> − 1 places early, and any number of places late; a buffer as long as the
    /// stream shuffles it uniformly.
    /// </summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="source">The stream.</param>
    /// <param name="buffer">How many rows are held, 1 or more. 1 keeps the order. Memory is taken as the stream fills it.</param>
    /// <param name="seed">The seed: draw i of pass k is decided by a random word that belongs to (seed, k, i).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="buffer"/> is less than 1.</exception>
    /// <remarks>Lazy; O(1) a row; nothing is allocated but the buffer.</remarks>
    public static ResumableStream<T> Shuffle<T>(this IEnumerable<T> source, [ValueRange(1, int.MaxValue)] int buffer, long seed)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer, 1);
        return new StepStream<T, T, ShuffleStep<T>>(new(buffer, seed), source);
    }

    /// <inheritdoc cref="Shuffle{T}(IEnumerable{T}, int, long)"/>
    public static AsyncResumableStream<T> Shuffle<T>(this IAsyncEnumerable<T> source, [ValueRange(1, int.MaxValue)] int buffer, long seed)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(buffer, 1);
        return new AsyncStepStream<T, T, ShuffleStep<T>>(new(buffer, seed), source);
    }
}
