namespace BalanceGen.Streaming;

/// <summary>Interleaves several streams, for instance one per class or per file, in given shares: tf.data's sample_from_datasets.</summary>
public static class StreamInterleaving
{
    /// <summary>Interleaves streams: each row comes from a stream that is chosen independently with the probability of its share.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="streams">The streams. One with the share 0 is never opened.</param>
    /// <param name="shares">One share per stream, each of [0, 1]; together 1 (within 1e-6).</param>
    /// <param name="seed">The seed: the stream of row i of pass k is decided by a random word that belongs to (seed, k, i).</param>
    /// <param name="stoppingStrategy">When the mix ends, and what happens to a stream that runs dry before.</param>
    /// <exception cref="ArgumentException">There is no stream, another number of shares, or a share is outside its range.</exception>
    /// <remarks>
    /// Lazy; O(log streams) a row, no allocation per row. A stream that is to start again but has no rows is an
    /// <see cref="EmptyDatasetException"/> that names it, not a hang and not rows of another stream.
    /// </remarks>
    public static ResumableStream<T> Interleave<T>(
        IReadOnlyList<IEnumerable<T>> streams, ReadOnlySpan<double> shares, long seed, StoppingStrategy stoppingStrategy = StoppingStrategy.FirstExhausted)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return new StepStream<T, T, InterleaveStep<T>>(new(StreamMixer.Checked(shares, streams.Count), seed, stoppingStrategy), [.. streams]);
    }

    /// <inheritdoc cref="Interleave{T}(IReadOnlyList{IEnumerable{T}}, ReadOnlySpan{double}, long, StoppingStrategy)"/>
    public static AsyncResumableStream<T> Interleave<T>(
        IReadOnlyList<IAsyncEnumerable<T>> streams, ReadOnlySpan<double> shares, long seed, StoppingStrategy stoppingStrategy = StoppingStrategy.FirstExhausted)
    {
        ArgumentNullException.ThrowIfNull(streams);
        return new AsyncStepStream<T, T, InterleaveStep<T>>(new(StreamMixer.Checked(shares, streams.Count), seed, stoppingStrategy), [.. streams]);
    }

    /// <inheritdoc cref="Interleave{T}(IReadOnlyList{IEnumerable{T}}, ReadOnlySpan{double}, long, StoppingStrategy)"/>
    [OverloadResolutionPriority(-1)]
    public static ResumableStream<T> Interleave<T>(
        IReadOnlyList<IEnumerable<T>> streams, ReadOnlySpan<float> shares, long seed, StoppingStrategy stoppingStrategy = StoppingStrategy.FirstExhausted) =>
        Interleave(streams, Doubles.Of(shares), seed, stoppingStrategy);

    /// <inheritdoc cref="Interleave{T}(IReadOnlyList{IAsyncEnumerable{T}}, ReadOnlySpan{double}, long, StoppingStrategy)"/>
    [OverloadResolutionPriority(-1)]
    public static AsyncResumableStream<T> Interleave<T>(
        IReadOnlyList<IAsyncEnumerable<T>> streams, ReadOnlySpan<float> shares, long seed, StoppingStrategy stoppingStrategy = StoppingStrategy.FirstExhausted) =>
        Interleave(streams, Doubles.Of(shares), seed, stoppingStrategy);
}
