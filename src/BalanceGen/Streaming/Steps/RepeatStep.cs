namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamRepetition"/>. How many passes are over is the turn of the source.</summary>
internal readonly struct RepeatStep<T>(long times) : IStreamStep<T, T>
{
    public string Configuration => FormattableString.Invariant($"Repeat; times {times}");

    public void Begin(long pass)
    {
    }

    public int NextSource() => times == 0 ? -1 : 0;

    public bool Push(T row, ref T result)
    {
        result = row;
        return true;
    }

    public bool TryTake(bool ended, ref T result) => false;

    public SourceEnd End(int source, long turn, long rows) => (rows, times) switch
    {
        (0, StreamRepetition.Endless) => throw new EmptyDatasetException("An endless repetition"),
        _ => turn + 1 == times ? SourceEnd.Finish : SourceEnd.Restart,
    };

    /// <summary>A pass of this stream is as many passes of the source. Without an end there is only one.</summary>
    public long PassOf(long pass, int source, long turn) => unchecked((times == StreamRepetition.Endless ? 0 : pass * times) + turn);

    public void Save(StepStateWriter state)
    {
    }

    public void Load(StepStateReader state)
    {
    }
}
