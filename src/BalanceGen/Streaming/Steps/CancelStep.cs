namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamCancelling"/>.</summary>
internal readonly struct CancelStep<T>(CancellationToken cancellation) : IStreamStep<T, T>
{
    public string Configuration => "WithCancellation";

    public void Begin(long pass)
    {
    }

    public int NextSource()
    {
        cancellation.ThrowIfCancellationRequested();
        return 0;
    }

    public bool Push(T row, ref T result)
    {
        result = row;
        return true;
    }

    public bool TryTake(bool ended, ref T result) => false;

    public SourceEnd End(int source, long turn, long rows) => SourceEnd.Finish;

    public long PassOf(long pass, int source, long turn) => pass;

    public void Save(StepStateWriter state)
    {
    }

    public void Load(StepStateReader state)
    {
    }
}
