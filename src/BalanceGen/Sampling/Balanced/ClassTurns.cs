using BalanceGen.Randomness;

namespace BalanceGen;

/// <summary>
/// Reads a <see cref="ClassSchedule"/>: which class is drawn, and which of its draws it is. A pure function of the draw number with a memory of up to 256 draws. Not thread-safe: each user has its own.
/// </summary>
internal sealed class ClassTurns
{
    private readonly ClassSchedule _schedule;
    private readonly long _seed;
    private readonly ClassGroup[] _groups;
    private readonly int[] _places;
    private readonly long[] _visits;
    private readonly byte[] _order = new byte[ClassSchedule.BlockLength];

    // With several groups, the rounds of each.
    private readonly PermutedRows? _rounds;

    // With one group of many classes, the round in progress.
    private FeistelPermutation _round;
    private long _roundNumber = -1;

    // The block of draws that is ready.
    private long _first;
    private int _length;

    public ClassTurns(ClassSchedule schedule)
    {
        _schedule = schedule;
        _groups = schedule.Groups;
        _seed = schedule.Seed;
        _places = new int[ClassSchedule.BlockLength];
        _visits = new long[ClassSchedule.BlockLength];
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
                ReadBlock(draw, _rounds);
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
        if (count > KeyedPermutation.TableLimit)
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

        // All rounds that are shuffled together.
        int rounds = KeyedPermutation.PermutationsPerTable(count);
        long table = round / rounds;
        Span<int> places = _places.AsSpan(0, rounds * count);
        FisherYates.Fill(places, count, _seed, stream, (ulong)table);
        long visit = table * rounds;
        _first = visit * count;
        Span<long> visits = _visits.AsSpan(0, places.Length);
        for (int index = 0; index < visits.Length; visit++)
        {
            for (int end = index + count; index < end; index++)
            {
                visits[index] = visit;
            }
        }

        _length = places.Length;
    }

    /// <summary>Several groups: a block of a table.</summary>
    private void ReadBlock(long draw, PermutedRows rounds)
    {
        (long period, long slot) = Math.DivRem(draw, _schedule.Period);
        ReadOnlySpan<GroupSlot> slots = _schedule.SlotsOf(period, out _, out int firstBlock);
        int first = ClassSchedule.FirstOfBlock((int)slot, firstBlock);
        int length = Math.Min(first == 0 ? firstBlock : ClassSchedule.BlockLength, slots.Length - first);
        slots = slots.Slice(first, length);
        _schedule.Exchange(period, first, slots, _order);
        VisitLookup turns = rounds.Visits;
        int[] members = _schedule.Members;
        for (int index = 0; index < length; index++)
        {
            GroupSlot of = slots[_order[index]];
            ref readonly ClassGroup group = ref _groups[of.Group];
            int member = turns.PositionOf(of.Group, (period * group.TurnsPerPeriod) + of.Turn);
            _places[index] = members[member];
            _visits[index] = (period * group.Quota) + ((uint)of.Turn / (uint)group.Count);
        }

        _first = draw - (slot - first);
        _length = length;
    }
}
