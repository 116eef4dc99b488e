namespace BalanceGen.Sampling;

/// <summary>Classes with one quota. They are exchangeable: their i-th occurrences may stand in the same slots of a period.</summary>
/// <param name="Start">The first of them in <see cref="ClassSchedule.Members"/>.</param>
/// <param name="Count">The number of classes, 1 or more.</param>
/// <param name="Quota">How often each of them occurs in a period, 1 or more.</param>
internal readonly record struct ClassGroup(int Start, int Count, int Quota)
{
    /// <summary>The number of turns that the group has in a period.</summary>
    public long TurnsPerPeriod => (long)Count * Quota;
}
