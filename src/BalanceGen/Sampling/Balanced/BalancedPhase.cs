namespace BalanceGen.Sampling;

/// <summary>A run of draws with one target distribution.</summary>
internal sealed class BalancedPhase
{
    /// <summary>Prepares a phase. O(classes).</summary>
    /// <param name="number">The number of the phase, from 0.</param>
    /// <param name="firstDraw">Its first draw.</param>
    /// <param name="target">Its target distribution.</param>
    /// <param name="quotas">The whole numbers of the target.</param>
    /// <param name="visitsBefore">By class index, how many draws the class had in the phases before.</param>
    public BalancedPhase(int number, long firstDraw, TargetDistribution target, ClassQuotas quotas, long[] visitsBefore)
    {
        Number = number;
        FirstDraw = firstDraw;
        Target = target;
        Quotas = quotas;
        VisitsBefore = visitsBefore;
    }

    /// <summary>The number of the phase, from 0.</summary>
    public int Number { get; }

    /// <summary>The first draw.</summary>
    public long FirstDraw { get; }

    /// <summary>The target distribution.</summary>
    public TargetDistribution Target { get; }

    /// <summary>The whole numbers of the target.</summary>
    public ClassQuotas Quotas { get; }

    /// <summary>By class index, how many draws the class had in the phases before.</summary>
    public long[] VisitsBefore { get; }

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
