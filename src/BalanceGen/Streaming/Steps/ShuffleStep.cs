namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamShuffling"/>. The buffer grows to its capacity; nothing is allocated after that.</summary>
internal struct ShuffleStep<T>(int capacity, long seed) : IStreamStep<T, T>
{
    private const int FirstLength = 256;

    private StreamWords _words = null!;
    private T[] _rows = [];
    private int _count;
    private long _drawn;

    public readonly string Configuration => FormattableString.Invariant($"Shuffle; buffer {capacity}; seed {seed}");

    public void Begin(long pass)
    {
        _words = new StreamWords(seed, StreamPurpose.Shuffle, pass);
        _rows = new T[Math.Min(capacity, FirstLength)];
    }

    public readonly int NextSource() => 0;

    /// <summary>Keeps a row while there is room. After that it takes the place of one that is drawn.</summary>
    public bool Push(T row, ref T result)
    {
        if (_count < capacity)
        {
            if (_count == _rows.Length)
            {
                Array.Resize(ref _rows, (int)Math.Min(capacity, 2L * _rows.Length));
            }

            _rows[_count++] = row;
            return false;
        }

        ref T place = ref _rows[Draw()];
        result = place;
        place = row;
        return true;
    }

    /// <summary>Draws one of the rows that are left.</summary>
    public bool TryTake(bool ended, ref T result)
    {
        if (!ended || _count == 0)
        {
            return false;
        }

        int place = Draw();
        result = _rows[place];
        _rows[place] = _rows[--_count];
        _rows[_count] = default!;
        return true;
    }

    public readonly SourceEnd End(int source, long turn, long rows) => SourceEnd.Finish;

    public readonly long PassOf(long pass, int source, long turn) => pass;

    public readonly void Save(StepStateWriter state)
    {
        state.Add(_drawn);
        state.AddRows<T>(_rows.AsSpan(0, _count));
    }

    public void Load(StepStateReader state)
    {
        _drawn = state.Next();
        ReadOnlySpan<T> rows = state.Rows<T>(capacity);
        _count = rows.Length;
        _rows = new T[Math.Max(_rows.Length, _count)];
        rows.CopyTo(_rows);
    }

    private int Draw() => (int)_words.Below(_drawn++, (ulong)_count);
}
