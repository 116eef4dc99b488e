namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamTaking"/>.</summary>
internal struct TakeStep<T>(long count) : IStreamStep<T, T>
{
    private long _taken;

    public readonly string Configuration => FormattableString.Invariant($"Take; count {count}");

    public readonly void Begin(long pass)
    {
    }

    public readonly int NextSource() => _taken == count ? -1 : 0;

    public bool Push(T row, ref T result)
    {
        _taken++;
        result = row;
        return true;
    }

    public readonly bool TryTake(bool ended, ref T result) => false;

    public readonly SourceEnd End(int source, long turn, long rows) => SourceEnd.Finish;

    public readonly long PassOf(long pass, int source, long turn) => pass;

    public readonly void Save(StepStateWriter state) => state.Add(_taken);

    public void Load(StepStateReader state) => _taken = state.Next(0, count);
}
