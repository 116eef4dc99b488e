namespace BalanceGen.Sampling;

/// <summary>
/// The classes of batches with minimum quotas, and which of its draws each is. In each period, classes with the same minimum and quota
/// replace each other at random. The order inside each batch is random. Not thread-safe: each user has its own.
/// </summary>
internal sealed class MinimumQuotaTurns
{
    private readonly MinimumQuotaTable _table;
    private readonly int[] _slots;

    /// <summary>By class of the table, the number of its next draw in the period.</summary>
    private readonly int[] _next;

    // Which class stands for a class of the table, and in which period it does.
    private readonly int[] _standsFor;
    private readonly long[] _periodOf;
    private readonly int[] _groupOf;
    private readonly int[] _memberOf;

    // For large groups, the permutation of a period.
    private readonly FeistelPermutation[] _exchanges;
    private readonly long[] _exchangeOf;

    public MinimumQuotaTurns(MinimumQuotaTable table)
    {
        int classes = table.Quotas.Length;
        _table = table;
        _slots = new int[table.BatchSize];
        _next = new int[classes];
        _standsFor = new int[classes];
        _periodOf = new long[classes];
        _groupOf = new int[classes];
        _memberOf = new int[classes];
        _exchanges = new FeistelPermutation[table.Groups.Length];
        _exchangeOf = new long[table.Groups.Length];
        Array.Fill(_periodOf, -1);
        Array.Fill(_exchangeOf, -1);
        for (int group = 0; group < table.Groups.Length; group++)
        {
            for (int member = 0; member < table.Groups[group].Count; member++)
            {
                int place = table.Members[table.Groups[group].Start + member];
                _groupOf[place] = group;
                _memberOf[place] = member;
            }
        }
    }

    /// <summary>Writes the draws of a batch: the class, as a place in the table's list, and the number of the draw among those of the class.</summary>
    public void Compose(long number, Span<ClassPlace> visits)
    {
        (long period, long batch) = Math.DivRem(number, _table.Batches);
        ulong word = Philox4x32.Block((ulong)_table.Seed, (ulong)period, DrawStreams.MinimumQuotaVariant).Low;
        ReadOnlySpan<(int Place, int Occurrence)> draws = _table.DrawsOf((int)Math.BigMul(word, (ulong)_table.Variants, out _), (int)batch);
        KeyedPermutation.Fill(_slots.Length, _table.Seed, DrawStreams.MinimumQuotaSlots, (ulong)number, 0, _slots);

        // Backwards, so that the first draw of each class remains.
        for (int draw = draws.Length - 1; draw >= 0; draw--)
        {
            _next[draws[draw].Place] = draws[draw].Occurrence;
        }

        for (int slot = 0; slot < visits.Length; slot++)
        {
            int place = draws[_slots[slot]].Place;
            visits[slot] = new ClassPlace(StandsFor(place, period), (period * _table.Quotas[place]) + _next[place]++);
        }
    }

    private int StandsFor(int place, long period)
    {
        if (_periodOf[place] != period)
        {
            Exchange(place, period);
        }

        return _standsFor[place];
    }

    private void Exchange(int place, long period)
    {
        int number = _groupOf[place];
        ClassGroup group = _table.Groups[number];
        ReadOnlySpan<int> members = _table.Members.AsSpan(group.Start, group.Count);
        ulong stream = DrawStreams.ExchangedClasses(number);
        if (group.Count > KeyedPermutation.TableLimit)
        {
            // One class at a time, so that a single draw is not paid by the number of classes.
            if (_exchangeOf[number] != period)
            {
                _exchanges[number] = new FeistelPermutation(group.Count, _table.Seed, stream, (ulong)period);
                _exchangeOf[number] = period;
            }

            _standsFor[place] = members[_exchanges[number].At(_memberOf[place])];
            _periodOf[place] = period;
            return;
        }

        Span<int> order = stackalloc int[KeyedPermutation.TableLimit];
        order = order[..group.Count];
        KeyedPermutation.Fill(group.Count, _table.Seed, stream, (ulong)period, 0, order);
        for (int member = 0; member < order.Length; member++)
        {
            _standsFor[members[member]] = members[order[member]];
            _periodOf[members[member]] = period;
        }
    }
}
