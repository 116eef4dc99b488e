namespace BalanceGen.Sampling;

/// <summary>
/// The order of classes with given quotas. Classes with one quota are a group, which takes turns in rounds: in each round every class of the group has one turn, in an order
/// that belongs to the seed and the round. Which group has the turn in a slot of a period is read from a table; see <see cref="GroupOrder"/>.
/// At every prefix of the sequence the number of draws of a class differs from its share of the prefix by less than 1.
/// </summary>
/// <remarks>
/// <para>
/// Why that is exact: occurrence i of a class may stand in any slot of its window, and the windows of the classes of a group are the same.
/// So it does not matter which class has which turn of a round. Every order of a group on its own (equal shares: one group) is as probable
/// as any other within the bound.
/// </para>
/// <para>
/// Several groups have up to 16 tables of a period. The seed makes them random. Each period takes one of them and exchanges the turns
/// within blocks of 256 slots anew. Immutable, thread-safe; <see cref="ClassTurns"/> reads it.
/// </para>
/// </remarks>
internal sealed class ClassSchedule
{
    /// <summary>The number of slots in which turns are exchanged, at most.</summary>
    public const int BlockLength = 256;

    private const int MostVariants = 16;
    private const int MostSlots = 16384;

    private readonly int _phase;
    private readonly GroupSlot[] _slots;

    /// <summary>The order of classes with given quotas. O(C log C) for equal quotas, otherwise O(L log C).</summary>
    /// <param name="quotas">How often each class occurs in a period, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="phase">The number of the phase of a sampler whose target changes: each phase has its own orders.</param>
    public ClassSchedule(ReadOnlySpan<int> quotas, long seed, int phase = 0)
    {
        int[] ofClass = quotas.ToArray();
        Seed = seed;
        _phase = phase;
        Period = ofClass.Sum();
        Members = [.. Enumerable.Range(0, ofClass.Length).OrderBy(place => ofClass[place])];
        Groups = GroupsOf(ofClass, Members);
        Streams = [.. Enumerable.Range(0, Groups.Length).Select(group => DrawStreams.Turns(phase, group))];
        VariantCount = Groups.Length == 1 ? 1 : Math.Clamp(MostSlots / Period, 1, MostVariants);
        _slots = Groups.Length == 1 ? [] : new GroupSlot[VariantCount * Period];
        if (Groups.Length > 1)
        {
            var order = new GroupOrder(Groups, Period, seed, DrawStreams.GroupOrder(phase));
            for (int first = 0; first < _slots.Length; first += Period)
            {
                order.Shuffle();
                order.CopyTo(_slots.AsSpan(first, Period));
            }
        }
    }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>The number of slots L.</summary>
    public int Period { get; }

    /// <summary>The classes, group by group: places in the list of quotas.</summary>
    public int[] Members { get; }

    /// <summary>The groups of classes with one quota, in ascending order of it. With one group there is no table of slots.</summary>
    public ClassGroup[] Groups { get; }

    /// <summary>The random stream of the rounds of each group.</summary>
    public ulong[] Streams { get; }

    /// <summary>The number of tables of a period.</summary>
    public int VariantCount { get; }

    /// <summary>The table that a period takes.</summary>
    /// <param name="period">The period.</param>
    /// <param name="variant">Receives the number of the table.</param>
    /// <param name="firstBlock">Receives where the first block ends: the blocks of two periods do not end in the same slots.</param>
    public ReadOnlySpan<GroupSlot> SlotsOf(long period, out int variant, out int firstBlock)
    {
        (ulong low, ulong high) = Philox4x32.Block((ulong)Seed, (ulong)period, DrawStreams.PhaseVariant(_phase));
        variant = (int)Math.BigMul(low, (ulong)VariantCount, out _);
        firstBlock = Period <= BlockLength ? Period : 1 + (int)Math.BigMul(high, BlockLength, out _);
        return _slots.AsSpan(variant * Period, Period);
    }

    /// <summary>The first slot of the block that a slot is in.</summary>
    public static int FirstOfBlock(int slot, int firstBlock) => slot < firstBlock ? 0 : firstBlock + ((slot - firstBlock) & -BlockLength);

    /// <summary>Exchanges turns of a block at random, each within what it may move.</summary>
    /// <param name="period">The period.</param>
    /// <param name="firstSlot">The first slot of the block.</param>
    /// <param name="slots">The turns of the table in the slots of the block.</param>
    /// <param name="order">Receives for each slot the number, in the block, of the slot whose turn it gets.</param>
    public void Exchange(long period, int firstSlot, ReadOnlySpan<GroupSlot> slots, Span<byte> order)
    {
        Span<uint> turns = stackalloc uint[BlockLength];
        Span<ulong> words = stackalloc ulong[BlockLength / 2];
        words = words[..((slots.Length + 1) / 2)];
        new Xoshiro256x4(Seed, DrawStreams.Exchange(_phase, firstSlot), (ulong)period).Fill(words);
        for (int slot = 0; slot < slots.Length; slot++)
        {
            // The turn, the first and the last slot that it may have, each of the block.
            turns[slot] = (uint)slot
                | ((uint)Math.Max(0, slot - slots[slot].Back) << 8)
                | ((uint)Math.Min(slots.Length - 1, slot + slots[slot].Ahead) << 16);
        }

        // A pair is as probable as any other at its distance, whatever stands there: so of all orders none is preferred.
        for (int slot = 0; slot < slots.Length - 1; slot++)
        {
            uint word = (uint)(words[slot >> 1] >> ((slot & 1) << 5));
            int later = slot + 1 + (int)(((word >> 3) * (2UL << (int)(word & 7))) >> 29);
            if (later < slots.Length)
            {
                uint one = turns[slot];
                uint other = turns[later];
                bool mayExchange = (byte)(one >> 16) >= later && (byte)(other >> 8) <= slot;
                turns[slot] = mayExchange ? other : one;
                turns[later] = mayExchange ? one : other;
            }
        }

        for (int slot = 0; slot < slots.Length; slot++)
        {
            order[slot] = (byte)turns[slot];
        }
    }

    private static ClassGroup[] GroupsOf(int[] quotas, int[] members)
    {
        var groups = new List<ClassGroup>();
        for (int first = 0; first < members.Length;)
        {
            int end = first + 1;
            while (end < members.Length && quotas[members[end]] == quotas[members[first]])
            {
                end++;
            }

            groups.Add(new ClassGroup(first, end - first, quotas[members[first]]));
            first = end;
        }

        return [.. groups];
    }
}
