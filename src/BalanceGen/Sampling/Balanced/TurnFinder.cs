namespace BalanceGen.Sampling;

/// <summary>Finds the draw at which a class has a given one of its draws: the inverse of <see cref="ClassTurns"/>. Not thread-safe.</summary>
internal sealed class TurnFinder
{
    private readonly ClassSchedule _schedule;
    private readonly ClassTurns _turns;

    /// <summary>For each class the number of its group.</summary>
    private readonly int[] _groupOf;

    /// <summary>For each class its number in its group.</summary>
    private readonly int[] _memberOf;

    /// <summary>For each table the slot of each turn, group by group; not used where there is one group.</summary>
    private readonly int[][] _slotOfTurn;
    private readonly int[] _firstTurnOf;

    /// <summary>Prepares the search. O(classes), with several groups O(period) for each table.</summary>
    public TurnFinder(ClassSchedule schedule)
    {
        _schedule = schedule;
        _turns = new ClassTurns(schedule);
        ClassGroup[] groups = schedule.Groups;
        _groupOf = new int[schedule.Members.Length];
        _memberOf = new int[schedule.Members.Length];
        _firstTurnOf = new int[groups.Length];
        for (int group = 0; group < groups.Length; group++)
        {
            _firstTurnOf[group] = group == 0 ? 0 : _firstTurnOf[group - 1] + (int)groups[group - 1].TurnsPerPeriod;
            for (int member = 0; member < groups[group].Count; member++)
            {
                int place = schedule.Members[groups[group].Start + member];
                _groupOf[place] = group;
                _memberOf[place] = member;
            }
        }

        _slotOfTurn = new int[schedule.VariantCount][];
    }

    /// <summary>The number of the draw. O(1), with several groups after the first search in a table.</summary>
    /// <param name="place">The class: a place in the list of quotas.</param>
    /// <param name="visit">The number of the draw among the draws of the class, from 0.</param>
    public long DrawOf(int place, long visit)
    {
        int number = _groupOf[place];
        ClassGroup group = _schedule.Groups[number];
        if (_schedule.Groups.Length == 1 && group.Count <= RoundSlots.MostClasses)
        {
            RoundTable rounds = _turns.RoundsFrom(visit, 1);
            return (visit * group.Count) + rounds.Of(_memberOf[place])[0] - rounds.FirstDraw;
        }

        int ofRound = KeyedPermutation.PositionOf(group.Count, _schedule.Seed, _schedule.Streams[number], (ulong)visit, _memberOf[place]);
        if (_schedule.Groups.Length == 1)
        {
            return (visit * group.Count) + ofRound;
        }

        (long period, long round) = Math.DivRem(visit, group.Quota);
        ReadOnlySpan<GroupSlot> slots = _schedule.SlotsOf(period, out int variant, out int firstBlock);
        int[] slotOfTurn = _slotOfTurn[variant] ??= SlotsOfTurns(slots);
        int slot = slotOfTurn[_firstTurnOf[number] + ((int)round * group.Count) + ofRound];

        // The turn is in the block of its slot.
        long draw = (period * _schedule.Period) + ClassSchedule.FirstOfBlock(slot, firstBlock);
        while (true)
        {
            ReadOnlySpan<int> places = _turns.Read(draw, ClassSchedule.BlockLength, out ReadOnlySpan<long> visits);
            for (int index = 0; index < places.Length; index++)
            {
                if (places[index] == place && visits[index] == visit)
                {
                    return draw + index;
                }
            }

            draw += places.Length;
        }
    }

    private int[] SlotsOfTurns(ReadOnlySpan<GroupSlot> slots)
    {
        var slotOfTurn = new int[slots.Length];
        for (int slot = 0; slot < slots.Length; slot++)
        {
            slotOfTurn[_firstTurnOf[slots[slot].Group] + slots[slot].Turn] = slot;
        }

        return slotOfTurn;
    }
}
