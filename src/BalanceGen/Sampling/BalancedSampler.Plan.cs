namespace BalanceGen;

/// <content>When a class is drawn: exact, without drawing.</content>
public sealed partial class BalancedSampler
{
    /// <summary>What the sampler will do, exactly. O(classes · period); allocates the plan.</summary>
    public SamplerPlan Plan
    {
        get
        {
            double[] target = Target.Resolve(Counts, ZeroCounts);
            var classes = new ClassPlan[target.Length];
            double? untilAllSeen = 0;
            for (int index = 0; index < classes.Length; index++)
            {
                long draws = DrawsOf(index, EpochLength);
                double? epochs = (double?)DrawsUntilAllSeen(index) / EpochLength;
                double seen = Counts[index] == 0 ? 0 : Math.Min(1, (double)draws / Counts[index]);
                classes[index] = new ClassPlan(index, Counts[index], target[index], AchievedShare(index), draws, seen, epochs);
                untilAllSeen = epochs is null || untilAllSeen is null ? null : Math.Max(untilAllSeen.Value, epochs.Value);
            }

            return new SamplerPlan(Counts, EpochLength, isExact: true, untilAllSeen, classes);
        }
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
        foreach (uint slot in Slots(period)[..(int)rest])
        {
            visits += (int)(slot & 0xFFFF) == place ? 1 : 0;
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
        int slot = Slots(period).IndexOf((uint)place | ((uint)occurrence << 16));
        return (period * Period) + slot + 1;
    }

    private int PlaceOf(int classIndex)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)classIndex, (uint)_classCount, nameof(classIndex));
        return Array.BinarySearch(_quotas.Classes, classIndex);
    }
}
