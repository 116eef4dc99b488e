using System.Diagnostics;
using BalanceGen.Randomness;

namespace BalanceGen.Sampling;

/// <summary>
/// The class of every slot of a period, in several variants with the same quotas. At every prefix of any sequence of variants
/// the number of draws of a class differs from its share of the prefix by less than 1.
/// </summary>
/// <remarks>
/// Variant 0 is the chairman assignment (Tijdeman 1980, Discrete Mathematics 32), whose worst deviation 1 − 1/(2C − 2) is the
/// least possible. The others are made from it by swaps that keep every occurrence inside its window: occurrence i of a class
/// with quota g may stand in slot s of L, both counted from 1, if and only if (i−1)·L &lt; g·s and g·(s−1) &lt; i·L, which says
/// that the deviation is below 1 before and after. Nothing here depends on a seed.
/// </remarks>
internal sealed class ClassSchedule
{
    private const int MostVariants = 16;
    private const int MostSlots = 16384;

    private readonly uint[] _slots;
    private readonly ulong[] _wideSlots;

    /// <summary>The chairman assignment of quotas, and variants of it. O(L log C).</summary>
    public ClassSchedule(ReadOnlySpan<int> quotas)
    {
        int period = 0;
        foreach (int quota in quotas)
        {
            period += quota;
        }

        Period = period;
        VariantCount = quotas.Length == 1 ? 1 : Math.Clamp(MostSlots / period, 1, MostVariants);
        IsWide = period > ClassQuotas.LongestNarrowPeriod;
        _slots = IsWide ? [] : new uint[period * VariantCount];
        _wideSlots = IsWide ? new ulong[period * VariantCount] : [];

        var (classes, occurrences) = ChairmanAssignment(quotas, period);
        var words = new PhiloxSequence(seed: 0, DrawStreams.ScheduleVariant);
        for (int variant = 0; variant < VariantCount; variant++)
        {
            if (variant > 0)
            {
                Shuffle(quotas, classes, occurrences, ref words);
            }

            Write(classes, new int[quotas.Length], variant * period);
        }
    }

    /// <summary>
    /// The chairman assignment of quotas for a seed: a period too long for variants has classes with equal quotas in an order of the seed.
    /// </summary>
    public static ClassSchedule Of(int[] quotas, long seed)
    {
        var schedule = new ClassSchedule(quotas);
        if (schedule.IsWide)
        {
            schedule.ExchangeEquals(quotas, seed);
        }

        return schedule;
    }

    /// <summary>A given order of the classes in one or more variants of a period. Each class must occur equally often in all of them.</summary>
    public ClassSchedule(int period, int classCount, ReadOnlySpan<int> classes)
    {
        Period = period;
        VariantCount = classes.Length / period;
        IsWide = period > ClassQuotas.LongestNarrowPeriod;
        _slots = IsWide ? [] : new uint[classes.Length];
        _wideSlots = IsWide ? new ulong[classes.Length] : [];
        for (int first = 0; first < classes.Length; first += period)
        {
            Write(classes.Slice(first, period), new int[classCount], first);
        }
    }

    /// <summary>The slots of one or more variants of a period that is not wide, as <see cref="Slots"/> has them.</summary>
    public ClassSchedule(int period, uint[] slots)
    {
        Period = period;
        VariantCount = slots.Length / period;
        _slots = slots;
        _wideSlots = [];
    }

    /// <summary>The number of slots L.</summary>
    public int Period { get; }

    /// <summary>The number of variants of the period.</summary>
    public int VariantCount { get; }

    /// <summary>Whether class and occurrence number need 32 bits each, so that only <see cref="SlotAt"/> has the slots.</summary>
    public bool IsWide { get; }

    /// <summary>The slots of all variants, unless they are wide. The class is in the low 16 bits, its occurrence number in the period, from 0, in the high ones.</summary>
    public ReadOnlySpan<uint> Slots => _slots;

    /// <summary>The slots of one period of the sequence that belongs to a seed, unless they are wide.</summary>
    public ReadOnlySpan<uint> SlotsOf(long seed, long period) =>
        Slots.Slice(VariantOf(seed, DrawStreams.ScheduleVariant, period) * Period, Period);

    /// <summary>The class of a slot, counted over all variants, and its occurrence number in the period, from 0.</summary>
    public (int Place, int Occurrence) SlotAt(int slot)
    {
        if (IsWide)
        {
            ulong wide = _wideSlots[slot];
            return ((int)(uint)wide, (int)(wide >> 32));
        }

        uint narrow = _slots[slot];
        return ((int)(narrow & 0xFFFF), (int)(narrow >> 16));
    }

    /// <summary>The variant of a period.</summary>
    public int VariantOf(long seed, ulong stream, long period)
    {
        if (VariantCount == 1)
        {
            return 0;
        }

        ulong word = Philox4x32.Block((ulong)seed, (ulong)period, stream).Low;
        return (int)Math.BigMul(word, (ulong)VariantCount, out _);
    }

    private void ExchangeEquals(int[] quotas, long seed)
    {
        int[] byQuota = [.. Enumerable.Range(0, quotas.Length).OrderBy(place => quotas[place])];
        var exchanged = new int[quotas.Length];
        for (int first = 0; first < byQuota.Length;)
        {
            int end = first + 1;
            while (end < byQuota.Length && quotas[byQuota[end]] == quotas[byQuota[first]])
            {
                end++;
            }

            var order = new int[end - first];
            KeyedPermutation.Fill(order.Length, seed, DrawStreams.EqualClasses, (ulong)first, 0, order);
            for (int place = first; place < end; place++)
            {
                exchanged[byQuota[place]] = byQuota[first + order[place - first]];
            }

            first = end;
        }

        foreach (ref ulong slot in _wideSlots.AsSpan())
        {
            slot = (slot & ~(ulong)uint.MaxValue) | (uint)exchanged[(uint)slot];
        }
    }

    private void Write(ReadOnlySpan<int> classes, int[] seen, int firstSlot)
    {
        for (int slot = 0; slot < classes.Length; slot++)
        {
            int occurrence = seen[classes[slot]]++;
            if (IsWide)
            {
                _wideSlots[firstSlot + slot] = (uint)classes[slot] | ((ulong)occurrence << 32);
            }
            else
            {
                _slots[firstSlot + slot] = (uint)classes[slot] | ((uint)occurrence << 16);
            }
        }
    }

    /// <summary>
    /// Tijdeman's rule as unit jobs on one machine, earliest deadline first: occurrence i may come once p·s − (i − 1) reaches
    /// e = 1/(2C − 2), and must have come when it exceeds 1 − e. O(L log C).
    /// </summary>
    private static (int[] Classes, int[] Occurrences) ChairmanAssignment(ReadOnlySpan<int> quotas, int period)
    {
        var classes = new int[period];
        var occurrences = new int[period];
        if (quotas.Length == 1)
        {
            return (classes, [.. Enumerable.Range(1, period)]);
        }

        long inverse = (2L * quotas.Length) - 2;
        var occurred = new int[quotas.Length];
        var due = new PriorityQueue<int, long>(quotas.Length);
        var releases = new PriorityQueue<int, long>(quotas.Length);
        for (int index = 0; index < quotas.Length; index++)
        {
            releases.Enqueue(index, Release(0, quotas[index], period, inverse));
        }

        for (int slot = 1; slot <= period; slot++)
        {
            while (releases.TryPeek(out int released, out long at) && at <= slot)
            {
                releases.Dequeue();
                long deadline = ((((occurred[released] + 1) * inverse) - 1) * period / (quotas[released] * inverse)) + 1;

                // The class index makes the order of equal deadlines definite.
                due.Enqueue(released, (deadline << 32) | (uint)released);
            }

            if (!due.TryDequeue(out int chosen, out _))
            {
                throw new UnreachableException("The chairman assignment left a slot empty.");
            }

            classes[slot - 1] = chosen;
            occurrences[slot - 1] = ++occurred[chosen];
            if (occurred[chosen] < quotas[chosen])
            {
                releases.Enqueue(chosen, Release(occurred[chosen], quotas[chosen], period, inverse));
            }
        }

        return (classes, occurrences);
    }

    private static long Release(long before, long quota, long period, long inverse)
    {
        long divisor = quota * inverse;
        return ((((before * inverse) + 1) * period) + divisor - 1) / divisor;
    }

    private static void Shuffle(ReadOnlySpan<int> quotas, int[] classes, int[] occurrences, ref PhiloxSequence words)
    {
        int period = classes.Length;
        ulong reach = (ulong)Math.Min(period - 1, Math.Max(4, 2 * quotas.Length));
        for (int attempt = 0; attempt < 4 * period; attempt++)
        {
            int one = (int)BoundedInteger.Below(ref words, (ulong)period);
            int other = one + 1 + (int)BoundedInteger.Below(ref words, reach);
            if (other < period
                && MayStand(one + 1, occurrences[other], quotas[classes[other]], period)
                && MayStand(other + 1, occurrences[one], quotas[classes[one]], period))
            {
                (classes[one], classes[other]) = (classes[other], classes[one]);
                (occurrences[one], occurrences[other]) = (occurrences[other], occurrences[one]);
            }
        }
    }

    private static bool MayStand(long slot, long occurrence, long quota, long period) =>
        (occurrence - 1) * period < quota * slot && quota * (slot - 1) < occurrence * period;
}
