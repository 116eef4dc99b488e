namespace BalanceGen.Sampling;

/// <summary>What a run of balanced draws remembers: the next classes, and the next rows of each. Not thread-safe: each user has its own.</summary>
internal sealed class BalancedRun(ClassSchedule schedule, long seed, PermutedClass[] classes)
{
    /// <summary>The classes of the draws.</summary>
    public ClassTurns Turns { get; } = new(schedule);

    /// <summary>The rows of the classes.</summary>
    public PermutedRows Rows { get; } = new(seed, classes);

    /// <summary>Room for the positions of the rounds of a table.</summary>
    public int[] Staged { get; } = new int[classes.Length <= RoundSlots.MostRanked ? RoundSlots.RoundsPerTable(classes.Length) * classes.Length : 0];
}
