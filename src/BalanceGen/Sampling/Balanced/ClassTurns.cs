namespace BalanceGen.Sampling;

/// <summary>
/// Reads a <see cref="ClassSchedule"/>: which class is drawn, and which of its draws it is. A pure function of the draw number with a
/// memory of up to 1,440 draws. Not thread-safe: each user has its own.
/// </summary>
internal sealed class ClassTurns
{
    /// <summary>From this many draws on a whole block is read.</summary>
    private const int FewestOfBlock = 8;

    private readonly ClassSchedule _schedule;
    private readonly long _seed;
    private readonly ClassGroup[] _groups;
    private readonly int[] _places;
    private readonly long[] _visits;
    private readonly byte[] _order = new byte[ClassSchedule.BlockLength];

    // With several groups, the rounds of each.
    private readonly PermutedRows? _rounds;

    // With one group of few classes, the rounds of a table. Two take turns, so that those of the last table are still there while the next ones are made.
    private ushort[] _tableDraws = [];
    private ushort[] _lastTableDraws = [];
    private long _table = -1;

    // With one group of many classes, the round in progress.
    private FeistelPermutation _round;
    private long _roundNumber = -1;

    // The first draw of the block whose turns were exchanged.
    private long _exchanged = -1;

    // The draws that are ready.
    private long _first;
    private int _length;

    public ClassTurns(ClassSchedule schedule)
    {
        _schedule = schedule;
        _groups = schedule.Groups;
        _seed = schedule.Seed;
        int length = ClassSchedule.BlockLength;
        if (_groups is [{ Count: <= RoundSlots.MostClasses } few])
        {
            length = Math.Max(length, RoundSlots.RoundsPerTable(few.Count) * few.Count);
            _tableDraws = new ushort[RoundSlots.Stride(few.Count) * few.Count];
            _lastTableDraws = new ushort[_tableDraws.Length];
        }

        _places = new int[length];
        _visits = new long[length];
        _rounds = _groups.Length == 1
            ? null
            : new PermutedRows(_seed, [.. _groups.Select((group, number) => new PermutedClass(group.Start, group.Count, schedule.Streams[number]))]);
    }

    /// <summary>The classes of consecutive draws, as many as are at hand.</summary>
    /// <param name="draw">The number of the first draw.</param>
    /// <param name="most">How many are wanted, 1 or more.</param>
    /// <param name="visits">Receives the number of each draw among the draws of its class, from 0.</param>
    /// <returns>The classes, one or more: places in the list of quotas. They are valid until the next call.</returns>
    public ReadOnlySpan<int> Read(long draw, int most, out ReadOnlySpan<long> visits)
    {
        ulong place = (ulong)(draw - _first);
        if (place >= (uint)_length)
        {
            // What a failed call has left behind must not pass for draws.
            _length = 0;
            if (_rounds is null)
            {
                ReadRounds(draw);
            }
            else
            {
                ReadBlock(draw, most, _rounds);
            }

            place = (ulong)(draw - _first);
        }

        int count = Math.Min(most, _length - (int)place);
        visits = _visits.AsSpan((int)place, count);
        return _places.AsSpan((int)place, count);
    }

    /// <summary>Adds to the visits of each class its draws among consecutive draws.</summary>
    /// <param name="draw">The number of the first draw.</param>
    /// <param name="count">The number of draws.</param>
    /// <param name="visitsOf">By place in the list of quotas.</param>
    public void Count(long draw, long count, Span<long> visitsOf)
    {
        for (long end = draw + count; draw < end;)
        {
            ReadOnlySpan<int> places = Read(draw, (int)Math.Min(end - draw, ClassSchedule.BlockLength), out _);
            foreach (int place in places)
            {
                visitsOf[place]++;
            }

            draw += places.Length;
        }
    }

    /// <summary>One group: its rounds, one after the other.</summary>
    private void ReadRounds(long draw)
    {
        int count = _groups[0].Count;
        ulong stream = _schedule.Streams[0];
        (long round, long place) = Math.DivRem(draw, count);
        if (count > RoundSlots.MostClasses)
        {
            if (_roundNumber != round)
            {
                _round = new FeistelPermutation(count, _seed, stream, (ulong)round);
                _roundNumber = round;
            }

            int first = (int)place & -ClassSchedule.BlockLength;
            int length = Math.Min(ClassSchedule.BlockLength, count - first);
            _round.Fill(first, _places.AsSpan(0, length));
            _visits.AsSpan(0, length).Fill(round);
            _first = draw - (place - first);
            _length = length;
            return;
        }

        // All rounds that are made together.
        int rounds = RoundSlots.RoundsPerTable(count);
        long firstRound = round - (round % rounds);
        RoundTable table = RoundsFrom(firstRound, rounds);
        for (int member = 0; member < count; member++)
        {
            foreach (ushort drawn in table.Of(member))
            {
                _places[drawn] = member;
            }
        }

        _first = firstRound * count;
        _length = rounds * count;
        for (int index = 0; index < rounds; index++)
        {
            _visits.AsSpan(index * count, count).Fill(firstRound + index);
        }
    }

    /// <summary>With one group of up to <see cref="RoundSlots.MostClasses"/> classes: consecutive rounds, as many as are at hand.</summary>
    /// <param name="round">The number of the first round.</param>
    /// <param name="most">How many are wanted, 1 or more.</param>
    /// <returns>The rounds, one or more. They are valid until the call after the next one.</returns>
    public RoundTable RoundsFrom(long round, int most)
    {
        int count = _groups[0].Count;
        int rounds = RoundSlots.RoundsPerTable(count);
        (long table, long first) = Math.DivRem(round, rounds);
        if (_table != table)
        {
            _table = -1;
            (_tableDraws, _lastTableDraws) = (_lastTableDraws, _tableDraws);
            RoundSlots.Fill(_tableDraws, count, _schedule.Seed, _schedule.Streams[0], (ulong)table);
            _table = table;
        }

        return new RoundTable(_tableDraws, RoundSlots.Stride(count), (int)first, Math.Min(most, rounds - (int)first), (int)first * count);
    }

    /// <summary>Several groups: a block of a table, or only some draws of it.</summary>
    private void ReadBlock(long draw, int most, PermutedRows rounds)
    {
        (long period, long slot) = Math.DivRem(draw, _schedule.Period);
        ReadOnlySpan<GroupSlot> slots = _schedule.SlotsOf(period, out _, out int firstBlock);
        int first = ClassSchedule.FirstOfBlock((int)slot, firstBlock);
        int length = Math.Min(first == 0 ? firstBlock : ClassSchedule.BlockLength, slots.Length - first);
        slots = slots.Slice(first, length);
        if (_exchanged != draw - (slot - first))
        {
            _exchanged = -1;
            _schedule.Exchange(period, first, slots, _order);
            _exchanged = draw - (slot - first);
        }

        if (most < FewestOfBlock)
        {
            // A single draw is not to pay for the rounds of all groups of its block.
            _first = draw;
            int count = Math.Min(most, length - (int)(slot - first));
            for (int index = 0; index < count; index++)
            {
                _places[index] = PlaceOf(slots[_order[(int)slot - first + index]], period, rounds, out _visits[index]);
            }

            _length = count;
            return;
        }

        // In the order of the table, in which each group goes through its rounds.
        Span<int> places = stackalloc int[ClassSchedule.BlockLength];
        Span<long> visits = stackalloc long[ClassSchedule.BlockLength];
        for (int index = 0; index < length; index++)
        {
            places[index] = PlaceOf(slots[index], period, rounds, out visits[index]);
        }

        for (int index = 0; index < length; index++)
        {
            _places[index] = places[_order[index]];
            _visits[index] = visits[_order[index]];
        }

        _first = draw - (slot - first);
        _length = length;
    }

    private int PlaceOf(GroupSlot slot, long period, PermutedRows rounds, out long visit)
    {
        ref readonly ClassGroup group = ref _groups[slot.Group];
        if (group.Count == 1)
        {
            visit = (period * group.Quota) + slot.Turn;
            return _schedule.Members[group.Start];
        }

        visit = (period * group.Quota) + ((uint)slot.Turn / (uint)group.Count);
        return _schedule.Members[rounds.Visits.PositionOf(slot.Group, (period * group.TurnsPerPeriod) + slot.Turn)];
    }
}
