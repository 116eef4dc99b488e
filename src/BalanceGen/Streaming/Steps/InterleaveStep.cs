namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamInterleaving"/>.</summary>
internal struct InterleaveStep<T>(double[] shares, long seed, StoppingStrategy stoppingStrategy) : IStreamStep<T, T>
{
    private StreamMixer _mixer = null!;
    private int _chosen = -1;

    public readonly string Configuration => string.Create(
        CultureInfo.InvariantCulture,
        $"Interleave; shares {string.Join(' ', Array.ConvertAll(shares, share => share.ToString("R", CultureInfo.InvariantCulture)))}; seed {seed}; stoppingStrategy {stoppingStrategy}");

    public void Begin(long pass) => _mixer = new StreamMixer(shares, seed, stoppingStrategy, pass);

    /// <summary>The choice stands until a row has been read: it is not drawn again where the stream starts again, or reading is cancelled.</summary>
    public int NextSource()
    {
        if (_chosen < 0)
        {
            _chosen = _mixer.Next();
        }

        return _chosen;
    }

    public bool Push(T row, ref T result)
    {
        _chosen = -1;
        result = row;
        return true;
    }

    public readonly bool TryTake(bool ended, ref T result) => false;

    public SourceEnd End(int source, long turn, long rows)
    {
        SourceEnd end = _mixer.End(source, rows);
        _chosen = end == SourceEnd.Restart ? source : -1;
        return end;
    }

    public readonly long PassOf(long pass, int source, long turn) => unchecked((pass << 20) + turn);

    public readonly void Save(StepStateWriter state)
    {
        state.Add(_chosen);
        _mixer.Save(state);
    }

    public void Load(StepStateReader state)
    {
        _chosen = (int)state.Next(-1, shares.Length - 1);
        _mixer.Load(state);
    }
}
