namespace BalanceGen.Sampling;

/// <summary>From which sampler each draw is, and where an epoch ends.</summary>
internal sealed record InterleavedOrder(
    TargetDistribution Shares, ClassCounts Counts, ClassQuotas Quotas, ClassSchedule Schedule, InterleavedEpoch Ends, long EpochLength)
{
    /// <summary>The order of checked samplers.</summary>
    public static InterleavedOrder Of(long seed, TargetDistribution shares, ReadOnlySpan<Sampler> sources, ClassSet? names, InterleavedEpoch ends)
    {
        if (!Enum.IsDefined(ends))
        {
            throw new ArgumentOutOfRangeException("epoch", ends, "No such end of an epoch.");
        }

        var rows = new long[sources.Length];
        for (int index = 0; index < rows.Length; index++)
        {
            rows[index] = sources[index].RowCount;
        }

        var counts = new ClassCounts(names ?? ClassSet.Numbered(sources.Length), rows);
        ClassQuotas quotas = ClassQuotas.Of(counts, shares, default);
        var schedule = new ClassSchedule(quotas.Quotas, seed);
        return new InterleavedOrder(shares, counts, quotas, schedule, ends, LengthOf(sources, quotas, schedule, ends));
    }

    private static long LengthOf(ReadOnlySpan<Sampler> sources, ClassQuotas quotas, ClassSchedule schedule, InterleavedEpoch ends)
    {
        if (ends == InterleavedEpoch.Together)
        {
            long draws = 0;
            foreach (Sampler source in sources)
            {
                draws = checked(draws + source.EpochLength);
            }

            return draws;
        }

        var finder = new TurnFinder(schedule);
        long end = 0;
        for (int place = 0; place < quotas.Classes.Length; place++)
        {
            long ofSource = finder.DrawOf(place, sources[quotas.Classes[place]].EpochLength - 1) + 1;
            end = place == 0 ? ofSource : ends == InterleavedEpoch.FirstExhausted ? Math.Min(end, ofSource) : Math.Max(end, ofSource);
        }

        return end;
    }
}
