namespace BalanceGen.Sampling;

/// <summary>What a run of draws of several phases remembers. Not thread-safe: each user has its own.</summary>
internal sealed class ScheduledRun(long seed, PermutedClass[] classes)
{
    private ClassTurns? _turns;
    private int _phase;

    /// <summary>The rows of the classes, whose visits are counted across phases.</summary>
    public PermutedRows Rows { get; } = new(seed, classes);

    /// <summary>The classes of the draws of a phase; made anew when the phase changes.</summary>
    public ClassTurns TurnsOf(int phase, ClassSchedule schedule)
    {
        if (_turns is null || _phase != phase)
        {
            _turns = new ClassTurns(schedule);
            _phase = phase;
        }

        return _turns;
    }
}
