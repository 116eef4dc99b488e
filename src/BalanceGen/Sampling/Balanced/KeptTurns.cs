namespace BalanceGen.Sampling;

/// <summary>
/// The classes of the draws of several phases, with what was read ahead of them. It keeps as many phases as there are class orders kept, so
/// that draws here and there make nothing anew. Not thread-safe: each user has its own.
/// </summary>
internal sealed class KeptTurns
{
    private readonly (ClassSchedule? Schedule, ClassTurns? Turns)[] _kept = new (ClassSchedule?, ClassTurns?)[PhasedVisits.KeptSchedules];

    /// <summary>The classes of the draws of a phase.</summary>
    public ClassTurns Of(int phase, ClassSchedule schedule)
    {
        ref (ClassSchedule? Schedule, ClassTurns? Turns) kept = ref _kept[phase % _kept.Length];
        if (kept.Turns is null || kept.Schedule != schedule)
        {
            kept = (schedule, new ClassTurns(schedule));
        }

        return kept.Turns;
    }
}
