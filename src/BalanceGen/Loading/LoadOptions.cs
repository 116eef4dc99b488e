namespace BalanceGen.Loading;

/// <summary>How rows are decoded ahead of their consumer.</summary>
/// <remarks>Immutable; change one part with <c>with</c>.</remarks>
public sealed record LoadOptions
{
    private readonly int _workers = Environment.ProcessorCount;
    private readonly int _prefetch = 4;
    private readonly int _streamStateInterval;
    private readonly TimeSpan? _rowTimeout;
    private readonly TimeSpan _shutdownTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How many rows are decoded at the same time, of [1, 1024]; the number of processors by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Workers
    {
        get => _workers;
        init => _workers = value is >= 1 and <= 1024 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of workers must be of [1, 1024].");
    }

    /// <summary>How many batches are decoded ahead of the one that the consumer has, of [1, 65536]; 4 by default. It bounds the memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Prefetch
    {
        get => _prefetch;
        init => _prefetch = value is >= 1 and <= 65536 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The prefetch must be of [1, 65536] batches.");
    }

    /// <summary>
    /// After how many batches of a stream its state is saved in <see cref="LoadedBatch{TDecoded}.StreamState"/>, of [0, 2^31 − 1]; 0, the
    /// default, for never. A state copies the rows of the stream's buffers. Batches of a sampler always have their state, which costs
    /// nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int StreamStateInterval
    {
        get => _streamStateInterval;
        init => _streamStateInterval = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The interval of states must be 0 or more batches.");
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
        get => _rowTimeout;
        init => _rowTimeout = value is null || (value > TimeSpan.Zero && value <= TimeSpan.FromDays(1))
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The row time-out must be of (0, 1 day].");
    }

    /// <summary>How long the end of the enumeration waits for rows that are being decoded, of [0, 1 day]; 10 seconds by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan ShutdownTimeout
    {
        get => _shutdownTimeout;
        init => _shutdownTimeout = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The shutdown time-out must be of [0, 1 day].");
    }

    /// <summary>Is told how far the consumer is, if given.</summary>
    public IProgress<LoadProgress>? Progress { get; init; }

    /// <summary>The least time between two reports; half a second by default. The last batch is always reported.</summary>
    public TimeSpan ProgressInterval { get; init; } = TimeSpan.FromSeconds(0.5);
}
