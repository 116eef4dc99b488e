namespace BalanceGen.Sampling;

/// <summary>A run of draws with one target distribution.</summary>
/// <param name="Number">The number of the phase, from 0.</param>
/// <param name="FirstDraw">The first draw.</param>
/// <param name="Target">The target distribution.</param>
/// <param name="Quotas">The whole numbers of the target.</param>
/// <param name="VisitsBefore">By class index, how many draws the class had in the phases before.</param>
internal sealed record BalancedPhase(int Number, long FirstDraw, TargetDistribution Target, ClassQuotas Quotas, long[] VisitsBefore)
{
    /// <summary>By class index, how many draws the class had before a draw of this phase. O(classes + period).</summary>
    public long[] VisitsUntil(long draw, ClassSchedule schedule)
    {
        (long period, long rest) = Math.DivRem(draw - FirstDraw, schedule.Period);
        long[] ofPhase = [.. Quotas.Quotas.Select(quota => period * quota)];
        new ClassTurns(schedule).Count(period * schedule.Period, rest, ofPhase);
        var visits = (long[])VisitsBefore.Clone();
        for (int place = 0; place < ofPhase.Length; place++)
        {
            visits[Quotas.Classes[place]] += ofPhase[place];
        }

        return visits;
    }
}
