namespace BalanceGen.Loading;

/// <summary>What a loader does with a row whose decoding failed or took too long.</summary>
/// <remarks>A small immutable value; the default value is <see cref="Throw"/>.</remarks>
public readonly record struct RowFailurePolicy
{
    /// <summary>The loader ends with a <see cref="RowLoadException"/> that names the row, after the batches before it were delivered. The default.</summary>
    public static RowFailurePolicy Throw => default;

    /// <summary>The row is left out of its batch and reported in <see cref="LoadedBatch{TDecoded}.Failures"/>.</summary>
    public static RowFailurePolicy Skip => new() { SkipsAtLast = true };

    /// <summary>How many times a row is tried again, 0 or more.</summary>
    public int Retries { get; private init; }

    /// <summary>How long a worker waits before it tries a row again.</summary>
    public TimeSpan Delay { get; private init; }

    /// <summary>Whether a row that failed for good is left out; otherwise it is an error.</summary>
    public bool SkipsAtLast { get; private init; }

    /// <summary>Tries a row again.</summary>
    /// <param name="times">How many times, 1 or more.</param>
    /// <param name="delay">How long the worker waits before each, of [0, 1 day].</param>
    /// <param name="thenSkip">Whether a row that fails every time is left out; otherwise it is an error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static RowFailurePolicy Retry(int times, TimeSpan delay = default, bool thenSkip = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, TimeSpan.FromDays(1));
        return new RowFailurePolicy { Retries = times, Delay = delay, SkipsAtLast = thenSkip };
    }
}
