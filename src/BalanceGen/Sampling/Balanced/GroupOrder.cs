using System.Diagnostics;

namespace BalanceGen.Sampling;

/// <summary>
/// Random orders of the turns of several groups of classes in a period, at every prefix of which a class is less than 1 draw from its share.
/// </summary>
/// <remarks>
/// Round i of a group with quota g, both from 0 on, may stand in the slots ⌊i·L/g⌋ to ⌈(i+1)·L/g⌉ − 1 of L: there, and only there, each of its classes is
/// less than 1 draw from its share before and after. The first order is the chairman assignment (Tijdeman 1980, Discrete Mathematics 32), whose worst deviation
/// 1 − 1/(2C − 2) is the least possible; it exists for all quotas. Then turns are exchanged at random, as far as both may stand where the other stood. Rounds of one group
/// share one slot at most, so that they never change places.
/// </remarks>
internal sealed class GroupOrder
{
    /// <summary>How often a slot is offered an exchange with one at a random distance, after the sweeps.</summary>
    private const int AttemptsPerSlot = 8;

    /// <summary>
    /// How often every turn is offered a place in its whole window, forwards and backwards. After fewer sweeps, classes with one quota are
    /// neighbours too often, because they stand beside each other at first.
    /// </summary>
    private const int Sweeps = 3;

    /// <summary>How many partners a turn that wants to leave its slot looks at.</summary>
    private const int PartnersTried = 4;

    private readonly ClassGroup[] _groups;
    private readonly int _period;
    private readonly int _reach;
    private readonly int[] _group;

    // The first and the last slot in which the turn in a slot may stand.
    private readonly int[] _first;
    private readonly int[] _last;
    private WordSource _words;

    /// <summary>The chairman assignment. O(L log groups).</summary>
    /// <param name="groups">The groups, two or more.</param>
    /// <param name="period">The number of slots L.</param>
    /// <param name="seed">The seed of the exchanges.</param>
    /// <param name="stream">Their stream.</param>
    public GroupOrder(ClassGroup[] groups, int period, long seed, ulong stream)
    {
        _groups = groups;
        _period = period;
        _group = new int[period];
        _first = new int[period];
        _last = new int[period];
        _words = new WordSource(seed, stream);

        // Most turns may move by about as many slots as there are classes.
        _reach = 2 * groups.Sum(group => group.Count);
        AssignChairmen();
    }

    /// <summary>Makes the next random order of the one before. O(L).</summary>
    public void Shuffle()
    {
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int slot = 0; slot < _period; slot++)
            {
                MoveOn(slot, _last[slot] - slot, 1);
            }

            for (int slot = _period - 1; slot >= 0; slot--)
            {
                MoveOn(slot, slot - _first[slot], -1);
            }
        }

        // Steps that are as probable as their reverse: of all orders none is preferred.
        for (int attempt = 0; attempt < AttemptsPerSlot * _period; attempt++)
        {
            int slot = _words.Below(_period);
            int distance = 1 + _words.Below(Math.Min(2 << _words.Below(12), _reach));
            TryExchange(slot, slot + distance);
        }
    }

    /// <summary>Writes the order, with the turns of each group numbered in it: any of them may have any number of its round, and rounds do not change places.</summary>
    public void CopyTo(Span<GroupSlot> slots)
    {
        var taken = new int[_groups.Length];
        for (int slot = 0; slot < _period; slot++)
        {
            slots[slot] = new GroupSlot(_group[slot], taken[_group[slot]]++, slot - _first[slot], _last[slot] - slot);
        }
    }

    /// <summary>
    /// As in the Fisher–Yates shuffle, a turn may go from a slot to all that lie before it in the direction of the sweep. If that is too
    /// far for one exchange, the turn goes on when the sweep comes to it again.
    /// </summary>
    private void MoveOn(int slot, int room, int direction)
    {
        if (_words.Below(room + 1) == 0)
        {
            return;
        }

        int reach = Math.Min(room, _reach);
        for (int partner = 0; partner < PartnersTried; partner++)
        {
            int other = slot + (direction * (1 + _words.Below(reach)));
            if (TryExchange(Math.Min(slot, other), Math.Max(slot, other)))
            {
                return;
            }

            reach = (reach + 1) / 2;
        }
    }

    private bool TryExchange(int slot, int later)
    {
        if (later >= _period || _last[slot] < later || _first[later] > slot)
        {
            return false;
        }

        (_group[slot], _group[later]) = (_group[later], _group[slot]);
        (_first[slot], _first[later]) = (_first[later], _first[slot]);
        (_last[slot], _last[later]) = (_last[later], _last[slot]);
        return true;
    }

    /// <summary>
    /// Tijdeman's rule as unit jobs on one machine, earliest deadline first: with p = g/L a class may have its occurrence i once p·s − (i − 1) reaches
    /// e = 1/(2C − 2), and must have had it when that exceeds 1 − e; i and s from 1 on. The classes of a group have the same times.
    /// </summary>
    private void AssignChairmen()
    {
        long inverse = (2L * _groups.Sum(group => group.Count)) - 2;
        var taken = new int[_groups.Length];
        var due = new PriorityQueue<int, long>(_groups.Length);
        var releases = new PriorityQueue<int, long>(_groups.Length);
        for (int group = 0; group < _groups.Length; group++)
        {
            releases.Enqueue(group, Release(0, _groups[group].Quota, inverse));
        }

        for (int slot = 0; slot < _period; slot++)
        {
            while (releases.TryPeek(out int released, out long at) && at <= slot + 1)
            {
                releases.Dequeue();
                long round = taken[released] / _groups[released].Count;
                long quota = _groups[released].Quota;
                long deadline = ((((round + 1) * inverse) - 1) * _period / (quota * inverse)) + 1;

                // The number of the group makes the order of equal deadlines definite.
                due.Enqueue(released, (deadline << 32) | (uint)released);
            }

            if (!due.TryPeek(out int chosen, out _))
            {
                throw new UnreachableException("The chairman assignment left a slot empty.");
            }

            (int rounds, int ofRound) = Math.DivRem(taken[chosen], _groups[chosen].Count);
            Assign(slot, chosen, rounds);
            taken[chosen]++;
            if (ofRound + 1 == _groups[chosen].Count)
            {
                due.Dequeue();
                if (rounds + 1 < _groups[chosen].Quota)
                {
                    releases.Enqueue(chosen, Release(rounds + 1, _groups[chosen].Quota, inverse));
                }
            }
        }
    }

    private void Assign(int slot, int group, long round)
    {
        long quota = _groups[group].Quota;
        _group[slot] = group;
        _first[slot] = (int)(round * _period / quota);
        _last[slot] = (int)(((((round + 1) * _period) + quota - 1) / quota) - 1);
    }

    private long Release(long before, long quota, long inverse)
    {
        long divisor = quota * inverse;
        return ((((before * inverse) + 1) * _period) + divisor - 1) / divisor;
    }

    /// <summary>The words of a generator, many at a time.</summary>
    private struct WordSource(long seed, ulong stream) : IRandomWords
    {
        private readonly ulong[] _words = new ulong[256];
        private Xoshiro256x4 _generator = new(seed, stream, 0);
        private int _used = 256;

        public ulong Next()
        {
            if (_used == _words.Length)
            {
                _generator.Fill(_words);
                _used = 0;
            }

            return _words[_used++];
        }

        public int Below(int bound) => (int)BoundedInteger.Below(ref this, (ulong)bound);
    }
}
