namespace BalanceGen.Sampling;

/// <summary>
/// The inverse of <see cref="PhasedVisits"/>: which draw is the k-th of a class. Draws are counted across phases. Not thread-safe: each
/// user has its own.
/// </summary>
internal sealed class VisitFinder(PhasedVisits visits)
{
    private readonly TurnFinder?[] _ofPhase = new TurnFinder?[visits.Phases.Count];

    /// <summary>
    /// The number of the draw; null if the class has no such draw. O(log phases) and the cost of <see cref="TurnFinder.DrawOf"/>; the first
    /// search in a phase O(classes + period).
    /// </summary>
    /// <param name="classIndex">The class.</param>
    /// <param name="visit">The number of the draw among the draws of the class, from 0.</param>
    public long? DrawOf(int classIndex, long visit)
    {
        // The last phase that begins before the visit: where the class has no draw, another one would begin before it too.
        int number = 0;
        int end = visits.Phases.Count;
        while (end - number > 1)
        {
            int middle = (number + end) / 2;
            (number, end) = visits.Phases[middle].VisitsBefore[classIndex] <= visit ? (middle, end) : (number, middle);
        }

        BalancedPhase phase = visits.Phases[number];
        int place = Array.BinarySearch(phase.Quotas.Classes, classIndex);
        if (place < 0)
        {
            return null;
        }

        TurnFinder finder = _ofPhase[number] ??= new TurnFinder(visits.ScheduleOf(number));
        return checked(phase.FirstDraw + finder.DrawOf(place, visit - phase.VisitsBefore[classIndex]));
    }
}
