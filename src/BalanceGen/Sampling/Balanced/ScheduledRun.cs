namespace BalanceGen.Sampling;

/// <summary>What a run of draws of several phases remembers. Not thread-safe: each user has its own.</summary>
internal sealed class ScheduledRun(long seed, PermutedClass[] classes, int keptPhases)
{
    private readonly (ClassSchedule? Schedule, ClassTurns? Turns)[] _kept = new (ClassSchedule?, ClassTurns?)[keptPhases];

    /// <summary>The rows of the classes, whose visits are counted across phases.</summary>
    public PermutedRows Rows { get; } = new(seed, classes);

    /// <summary>The classes of the draws of a phase; kept for as many phases as there are schedules kept, so that draws here and there make nothing anew.</summary>
    public ClassTurns TurnsOf(int phase, ClassSchedule schedule)
    {
        ref (ClassSchedule? Schedule, ClassTurns? Turns) kept = ref _kept[phase % _kept.Length];
        if (kept.Turns is null || kept.Schedule != schedule)
        {
            kept = (schedule, new ClassTurns(schedule));
        }

        return kept.Turns;
    }
}
