namespace BalanceGen;

/// <content>When a class is drawn: exact, without drawing.</content>
public sealed partial class BalancedSampler
{
    /// <summary>What the sampler will do, exactly. O(classes + period); allocates.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

    internal override string Description => $"{base.Description} and the target {Target}";

    internal override SamplerPlan PlanOf(long draws)
    {
        double[] target = Target.Resolve(Counts, ZeroCounts);
        long[] ofPlaces = DrawsOfPlaces(draws);
        long[] lastRows = DrawsUntilPlacesSeen();
        var classes = new ClassPlan[target.Length];
        double? untilAllSeen = 0;
        for (int index = 0; index < classes.Length; index++)
        {
            int place = PlaceOf(index);
            long ofClass = place < 0 ? 0 : ofPlaces[place];
            double? epochs = Counts[index] == 0 ? 0 : place < 0 ? null : (double)lastRows[place] / draws;
            double seen = Counts[index] == 0 ? 0 : Math.Min(1, (double)ofClass / Counts[index]);
            classes[index] = new ClassPlan(index, Counts[index], target[index], AchievedShare(index), ofClass, seen, epochs);
            untilAllSeen = epochs is null || untilAllSeen is null ? null : Math.Max(untilAllSeen.Value, epochs.Value);
        }

        return new SamplerPlan(Counts, draws, isExact: true, untilAllSeen, classes);
    }

    /// <summary>How often a class is drawn in the first draws. O(classes + period); allocates.</summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <param name="draws">The number of draws, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public long DrawsOf(int classIndex, long draws)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        int place = PlaceOf(classIndex);
        if (place < 0)
        {
            return 0;
        }

        return DrawsOfPlaces(draws)[place];
    }

    /// <summary>
    /// The least number of draws after which every row of a class was drawn, or null if the class has rows and is not drawn;
    /// 0 for a class without rows. O(classes + period); allocates.
    /// </summary>
    /// <param name="classIndex">A class index of [0, class count).</param>
    /// <exception cref="ArgumentOutOfRangeException">The class index is outside that range.</exception>
    public long? DrawsUntilAllSeen(int classIndex)
    {
        int place = PlaceOf(classIndex);
        long count = Counts[classIndex];
        if (count == 0 || place < 0)
        {
            return count == 0 ? 0 : null;
        }

        return DrawsUntilSeen(new TurnFinder(_schedule), place);
    }

    // Visits: the k-th draw of a class of n rows is visit k div n of its row.
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        BalancedRun run = Interlocked.Exchange(ref _run, null) ?? new BalancedRun(_schedule, Seed, _classes);
        while (!visits.IsEmpty)
        {
            ReadOnlySpan<int> places = run.Turns.Read(firstDraw, visits.Length, out ReadOnlySpan<long> ofClass);
            for (int draw = 0; draw < places.Length; draw++)
            {
                visits[draw] = ofClass[draw] / _classes[places[draw]].Count;
            }

            visits = visits[places.Length..];
            firstDraw += places.Length;
        }

        _run = run;
    }

    private long[] DrawsOfPlaces(long draws)
    {
        (long period, long rest) = Math.DivRem(draws, Period);
        long[] visits = [.. _quotas.Quotas.Select(quota => period * quota)];
        new ClassTurns(_schedule).Count(period * Period, rest, visits);
        return visits;
    }

    /// <summary>For each drawn class the number of draws that its last unseen row needs.</summary>
    private long[] DrawsUntilPlacesSeen()
    {
        var finder = new TurnFinder(_schedule);
        return [.. Enumerable.Range(0, _classes.Length).Select(place => DrawsUntilSeen(finder, place))];
    }

    /// <summary>Row n is seen by visit n − 1.</summary>
    private long DrawsUntilSeen(TurnFinder finder, int place) => finder.DrawOf(place, _classes[place].Count - 1L) + 1;

    private int PlaceOf(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_classCount, nameof(classIndex));
        return Array.BinarySearch(_quotas.Classes, classIndex);
    }
}
