namespace BalanceGen.Sampling;

/// <summary>What a run of draws of several phases remembers. Not thread-safe: each user has its own.</summary>
internal sealed class ScheduledRun(long seed, PermutedClass[] classes)
{
    /// <summary>The rows of the classes, whose visits are counted across phases.</summary>
    public PermutedRows Rows { get; } = new(seed, classes);

    /// <summary>The classes of the draws of each phase.</summary>
    public KeptTurns Turns { get; } = new();
}
