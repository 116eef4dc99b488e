namespace BalanceGen.Sampling;

/// <summary>From which sampler each draw is, and where an epoch ends.</summary>
internal sealed record InterleavedOrder(ClassCounts Counts, InterleavedVisits Visits, InterleavedEpoch Ends, long EpochLength)
{
    /// <summary>The order of checked samplers with the same shares for ever.</summary>
    public static InterleavedOrder Of(long seed, TargetDistribution shares, ReadOnlySpan<Sampler> sources, ClassSet? names, InterleavedEpoch ends)
    {
        if (!Enum.IsDefined(ends))
        {
            throw new ArgumentOutOfRangeException("epoch", ends, "No such end of an epoch.");
        }

        ClassCounts counts = CountsOf(sources, names);
        if (ends == InterleavedEpoch.EachOnce)
        {
            var order = PhasedVisits.UntilExhausted(counts, seed, shares, LengthsOf(sources), out long end);
            return new InterleavedOrder(counts, new InterleavedVisits(order, end), ends, end);
        }

        var visits = new PhasedVisits(counts, seed, default, [(0, shares)]);
        long epochLength = ends == InterleavedEpoch.Together ? LengthsOf(sources).Sum() : EndOf(sources, visits, ends);
        return new InterleavedOrder(counts, new InterleavedVisits(visits), ends, epochLength);
    }

    /// <summary>The order of checked samplers whose shares change.</summary>
    public static InterleavedOrder Of(long seed, TargetSchedule schedule, ReadOnlySpan<Sampler> sources, ClassSet? names)
    {
        ClassCounts counts = CountsOf(sources, names);
        long epochLength = LengthsOf(sources).Sum();
        var visits = new PhasedVisits(counts, seed, default, schedule.Phases(epochLength, counts, default));
        return new InterleavedOrder(counts, new InterleavedVisits(visits), InterleavedEpoch.Together, epochLength);
    }

    private static ClassCounts CountsOf(ReadOnlySpan<Sampler> sources, ClassSet? names) =>
        new(names ?? ClassSet.Numbered(sources.Length), [.. sources.ToArray().Select(source => (long)source.RowCount)]);

    private static long[] LengthsOf(ReadOnlySpan<Sampler> sources) => [.. sources.ToArray().Select(source => source.EpochLength)];

    private static long EndOf(ReadOnlySpan<Sampler> sources, PhasedVisits visits, InterleavedEpoch ends)
    {
        var finder = new VisitFinder(visits);
        long? end = null;
        for (int source = 0; source < sources.Length; source++)
        {
            // A sampler without a share never shows its epoch.
            if (finder.DrawOf(source, sources[source].EpochLength - 1) + 1 is { } ofSource)
            {
                end = ends == InterleavedEpoch.FirstExhausted ? Math.Min(end ?? ofSource, ofSource) : Math.Max(end ?? ofSource, ofSource);
            }
        }

        return end ?? 0;
    }
}
