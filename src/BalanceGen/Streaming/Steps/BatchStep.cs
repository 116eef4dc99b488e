namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamBatching"/>. The buffer grows to the size of a batch: a size beyond the end of the stream costs nothing.</summary>
internal struct BatchStep<T>(int size, bool dropRemainder, bool reuseBuffer) : IStreamStep<T, ReadOnlyMemory<T>>
{
    private const int FirstLength = 1024;

    private T[] _rows = [];
    private int _count;

    public readonly string Configuration => FormattableString.Invariant($"Batch; size {size}; dropRemainder {dropRemainder}");

    public void Begin(long pass) => _rows = new T[Math.Min(size, FirstLength)];

    public readonly int NextSource() => 0;

    public bool Push(T row, ref ReadOnlyMemory<T> result)
    {
        if (_count == _rows.Length)
        {
            Array.Resize(ref _rows, (int)Math.Min(size, 2L * _count));
        }

        _rows[_count++] = row;
        return _count == size && TryTake(ref result);
    }

    public bool TryTake(bool ended, ref ReadOnlyMemory<T> result) => ended && !dropRemainder && _count > 0 && TryTake(ref result);

    public readonly SourceEnd End(int source, long turn, long rows) => SourceEnd.Finish;

    public readonly long PassOf(long pass, int source, long turn) => pass;

    /// <summary>Rows wait between two batches only where reading was cancelled.</summary>
    public readonly void Save(StepStateWriter state) => state.AddRows<T>(_rows.AsSpan(0, _count));

    public void Load(StepStateReader state)
    {
        ReadOnlySpan<T> rows = state.Rows<T>(size - 1);
        _count = rows.Length;
        _rows = new T[Math.Max(_rows.Length, _count)];
        rows.CopyTo(_rows);
    }

    private bool TryTake(ref ReadOnlyMemory<T> result)
    {
        result = _rows.AsMemory(0, _count);
        _rows = reuseBuffer ? _rows : new T[_count];
        _count = 0;
        return true;
    }
}
