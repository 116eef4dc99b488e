namespace BalanceGen.Streaming;

/// <summary>Rows that wait to be drawn in random order. It grows to its capacity and allocates nothing after that.</summary>
internal sealed class ShuffleBuffer<T>(int capacity, long seed, long pass)
{
    private const int FirstLength = 256;

    private readonly StreamWords _words = new(seed, StreamPurpose.Shuffle, pass);
    private T[] _rows = new T[Math.Min(capacity, FirstLength)];
    private int _count;
    private long _drawn;

    /// <summary>Keeps a row while there is room.</summary>
    public bool TryAdd(T row)
    {
        if (_count == capacity)
        {
            return false;
        }

        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, (int)Math.Min(capacity, 2L * _rows.Length));
        }

        _rows[_count++] = row;
        return true;
    }

    /// <summary>Draws one of the rows and puts another in its place.</summary>
    public T Exchange(T row)
    {
        ref T place = ref _rows[Draw()];
        T drawn = place;
        place = row;
        return drawn;
    }

    /// <summary>Draws one of the rows that are left.</summary>
    public bool TryDraw(out T drawn)
    {
        if (_count == 0)
        {
            drawn = default!;
            return false;
        }

        int place = Draw();
        drawn = _rows[place];
        _rows[place] = _rows[--_count];
        _rows[_count] = default!;
        return true;
    }

    private int Draw() => (int)_words.Below(_drawn++, (ulong)_count);
}
