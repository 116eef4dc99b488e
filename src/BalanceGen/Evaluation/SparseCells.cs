namespace BalanceGen.Evaluation;

/// <summary>Counts of pairs of classes of which most never occur: a hash table with open addressing. Not thread-safe.</summary>
/// <remarks>Adding allocates only where the number of different pairs exceeds half the room; the room then doubles.</remarks>
internal sealed class SparseCells
{
    private const int FirstCapacity = 1024;
    private const long Free = -1;

    private long[] _pairs = NewPairs(FirstCapacity);
    private long[] _counts = new long[FirstCapacity];
    private int _used;

    /// <summary>Adds rows to a pair. Expected O(1).</summary>
    /// <param name="pair">The pair as one number, 0 or more.</param>
    /// <param name="rows">The number of rows.</param>
    public void Add(long pair, long rows)
    {
        int place = PlaceOf(pair);
        if (_pairs[place] == Free)
        {
            if (2 * (_used + 1) > _pairs.Length)
            {
                Grow();
                place = PlaceOf(pair);
            }

            _pairs[place] = pair;
            _used++;
        }

        _counts[place] = checked(_counts[place] + rows);
    }

    /// <summary>The number of rows of a pair; 0 for one that was never added.</summary>
    public long this[long pair]
    {
        get
        {
            int place = PlaceOf(pair);
            return _pairs[place] == Free ? 0 : _counts[place];
        }
    }

    /// <summary>All pairs that were added, in no order.</summary>
    public IEnumerable<(long Pair, long Rows)> Pairs()
    {
        for (int place = 0; place < _pairs.Length; place++)
        {
            if (_pairs[place] != Free)
            {
                yield return (_pairs[place], _counts[place]);
            }
        }
    }

    /// <summary>Forgets all pairs and keeps the room.</summary>
    public void Clear()
    {
        Array.Fill(_pairs, Free);
        Array.Clear(_counts);
        _used = 0;
    }

    private static long[] NewPairs(int capacity)
    {
        var pairs = new long[capacity];
        Array.Fill(pairs, Free);
        return pairs;
    }

    /// <summary>Where a pair is, or the free place where it belongs. The capacity is a power of two, and half of it is free.</summary>
    private int PlaceOf(long pair)
    {
        int mask = _pairs.Length - 1;
        int place = (int)(((ulong)pair * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (_pairs[place] != pair && _pairs[place] != Free)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        (long[] pairs, long[] counts) = (_pairs, _counts);
        _pairs = NewPairs(2 * pairs.Length);
        _counts = new long[_pairs.Length];
        for (int place = 0; place < pairs.Length; place++)
        {
            if (pairs[place] != Free)
            {
                int moved = PlaceOf(pairs[place]);
                (_pairs[moved], _counts[moved]) = (pairs[place], counts[place]);
            }
        }
    }
}
