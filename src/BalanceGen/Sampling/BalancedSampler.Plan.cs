namespace BalanceGen;

/// <content>When a class is drawn: exact, without drawing.</content>
public sealed partial class BalancedSampler
{
    /// <summary>What the sampler will do, exactly. O(classes + period) for each variant of the period; allocates the plan.</summary>
    public SamplerPlan Plan => PlanOf(EpochLength);

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

    /// <summary>How often a class is drawn in the first draws. O(period).</summary>
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

        (long period, long rest) = Math.DivRem(draws, Period);
        long visits = period * _quotas.Quotas[place];
        int first = FirstSlot(period);
        for (int slot = 0; slot < rest; slot++)
        {
            visits += _schedule.SlotAt(first + slot).Place == place ? 1 : 0;
        }

        return visits;
    }

    /// <summary>
    /// The least number of draws after which every row of a class was drawn, or null if the class has rows and is not drawn;
    /// 0 for a class without rows. O(period).
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

        // Row n is seen by visit n − 1, which is one occurrence of one period.
        (long period, long occurrence) = Math.DivRem(count - 1, _quotas.Quotas[place]);
        int first = FirstSlot(period);
        int slot = 0;
        while (_schedule.SlotAt(first + slot) != (place, (int)occurrence))
        {
            slot++;
        }

        return (period * Period) + slot + 1;
    }

    private long[] DrawsOfPlaces(long draws)
    {
        (long period, long rest) = Math.DivRem(draws, Period);
        long[] visits = [.. _quotas.Quotas.Select(quota => period * quota)];
        int first = FirstSlot(period);
        for (int slot = 0; slot < rest; slot++)
        {
            visits[_schedule.SlotAt(first + slot).Place]++;
        }

        return visits;
    }

    /// <summary>For each drawn class the number of draws that its last unseen row needs: all classes in one pass over each variant.</summary>
    private long[] DrawsUntilPlacesSeen()
    {
        var draws = new long[_classes.Length];
        var firstSlots = new int[_classes.Length];
        var occurrences = new int[_classes.Length];
        for (int place = 0; place < draws.Length; place++)
        {
            (long period, long occurrence) = Math.DivRem(_classes[place].Count - 1L, _quotas.Quotas[place]);
            draws[place] = period * Period;
            firstSlots[place] = FirstSlot(period);
            occurrences[place] = (int)occurrence;
        }

        for (int slot = 0; slot < Period * _schedule.VariantCount; slot++)
        {
            (int place, int occurrence) = _schedule.SlotAt(slot);
            int inPeriod = slot - firstSlots[place];
            if ((uint)inPeriod < (uint)Period && occurrence == occurrences[place])
            {
                draws[place] += inPeriod + 1;
            }
        }

        return draws;
    }

    private int PlaceOf(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_classCount, nameof(classIndex));
        return Array.BinarySearch(_quotas.Classes, classIndex);
    }
}
