namespace BalanceGen.Loading;

/// <summary>How rows are decoded ahead of their consumer.</summary>
/// <remarks>Immutable; change one part with <c>with</c>.</remarks>
public sealed record LoadOptions
{
    /// <summary>How many rows are decoded at the same time, of [1, 1024]; the number of processors by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Workers
    {
        get;
        init => field = value is >= 1 and <= 1024 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of workers must be of [1, 1024].");
    } = Environment.ProcessorCount;

    /// <summary>How many batches are decoded ahead of the one that the consumer has, of [1, 65536]; 4 by default. It bounds the memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Prefetch
    {
        get;
        init => field = value is >= 1 and <= 65536 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The prefetch must be of [1, 65536] batches.");
    } = 4;

    /// <summary>
    /// After how many batches of a stream its state is saved in <see cref="LoadedBatch{TDecoded}.StreamState"/>, of [0, 2^31 − 1]; 0, the
    /// default, for never. A state copies the rows of the stream's buffers. Batches of a sampler always have their state, which costs
    /// nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StreamStateInterval
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The interval of states must be 0 or more batches.");
    }

    /// <summary>What happens to a row whose decoding failed or took too long.</summary>
    public RowFailurePolicy OnFailure { get; init; }

    /// <summary>
    /// How long the decoding of a row may take; null, the default, for any time. After it the decoder's token is cancelled and the row has
    /// failed with a <see cref="TimeoutException"/>. A decoder that does not look at its token within the same time again ends the loader with
    /// an error; .NET cannot stop its thread, which is left to end by itself as a background thread.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not of (0, 1 day].</exception>
    public TimeSpan? RowTimeout
    {
        get;
        init => field = value is null || (value > TimeSpan.Zero && value <= TimeSpan.FromDays(1))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The row time-out must be of (0, 1 day].");
    }

    /// <summary>How long the end of the enumeration waits for rows that are being decoded, of [0, 1 day]; 10 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan ShutdownTimeout
    {
        get;
        init => field = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The shutdown time-out must be of [0, 1 day].");
    } = TimeSpan.FromSeconds(10);

    /// <summary>Is told how far the consumer is, if given.</summary>
    public IProgress<LoadProgress>? Progress { get; init; }

    /// <summary>The least time between two reports; half a second by default. The last batch is always reported.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(0.5);
}
