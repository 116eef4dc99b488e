namespace BalanceGen.Sampling;

/// <content>When a class is drawn: exact, without drawing.</content>
public sealed partial class ScheduledBalancedSampler
{
    /// <summary>The draws at which another target takes effect, ascending; the first is 0.</summary>
    public IReadOnlyList<long> SwitchPoints => [.. _visits.Phases.Select(phase => phase.FirstDraw)];

    /// <summary>
    /// What the sampler will do, exactly: target and achieved shares of the last phase, the draws of the first epoch, and when every row was seen. O(phases · period + classes · period); allocates the plan.
    /// </summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    /// <summary>The share of the draws that a class really gets at a draw's target.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draw">The draw, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double AchievedShare(int classIndex, long draw) => _visits.AchievedShare(classIndex, draw);

    /// <summary>How often a class is drawn in the first draws. O(classes + period).</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draws">The number of draws, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public long DrawsOf(int classIndex, long draws)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_placeOfClass.Length, nameof(classIndex));
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        return _visits.VisitsUntil(draws)[classIndex];
    }

    /// <summary>
    /// The least number of draws after which every row of a class was drawn, or null if the class has rows and that never happens;
    /// 0 for a class without rows. O(phases + period).
    /// </summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public long? DrawsUntilAllSeen(int classIndex)
    {
        long count = Counts[classIndex];
        if (count == 0)
        {
            return 0;
        }

        // The last phase at whose start a row is still unseen.
        int number = _visits.Phases.Count - 1;
        while (_visits.Phases[number].VisitsBefore[classIndex] >= count)
        {
            number--;
        }

        BalancedPhase phase = _visits.Phases[number];
        int place = Array.BinarySearch(phase.Quotas.Classes, classIndex);
        if (place < 0)
        {
            return null;
        }

        return phase.FirstDraw + new TurnFinder(_visits.ScheduleOf(number)).DrawOf(place, count - phase.VisitsBefore[classIndex] - 1) + 1;
    }

    internal override SamplerPlan PlanOf(long draws) => _visits.PlanOf(draws);
}
