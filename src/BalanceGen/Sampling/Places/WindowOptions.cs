namespace BalanceGen.Sampling;

/// <summary>How much randomness a <see cref="WindowedPlaceSampler"/> gives up for sequential reading.</summary>
/// <remarks>Immutable; change one part with <c>with</c>.</remarks>
public sealed record WindowOptions
{
    /// <summary>The groups of a window, 1 or more; 4 by default. The rows of a class are permuted inside a window, and windows follow each other.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Groups
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window must have one group or more.");
    } = 4;

    /// <summary>
    /// How many rows the reader holds in memory, 0 or more; a million by default. The classes that are passed over most quickly are held, as long as all of their rows have room.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long MemoryRows
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of rows in memory must be 0 or more.");
    } = 1_000_000;
}
