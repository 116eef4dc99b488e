namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamResampling"/>.</summary>
internal struct ResampleStep<T, TIndexer>(TIndexer indexer, ResampleConfiguration configuration) : IStreamStep<T, T>
    where TIndexer : struct, IClassIndexer<T>
{
    private Resampler _resampler = null!;
    private T _row = default!;
    private int _copiesLeft;

    public readonly string Configuration => configuration.Description;

    public readonly ResamplingPlan? Plan => configuration.Plan;

    public void Begin(long pass) => _resampler = new Resampler(configuration, pass);

    public readonly int NextSource() => 0;

    public bool Push(T row, ref T result)
    {
        Resampler resampler = _resampler;
        int classIndex = indexer.IndexOf(in row);
        if ((uint)classIndex >= (uint)resampler.ClassCount)
        {
            UnknownLabelException.Throw(indexer.DescribeLabel(in row), configuration.Classes, resampler.Row);
        }

        int copies = resampler.CopiesOfNext(classIndex);
        if (copies == 0)
        {
            return false;
        }

        result = row;
        _row = row;
        _copiesLeft = copies - 1;
        return true;
    }

    /// <summary>The copies of a row follow each other.</summary>
    public bool TryTake(bool ended, ref T result)
    {
        if (_copiesLeft == 0)
        {
            return false;
        }

        _copiesLeft--;
        result = _row;
        return true;
    }

    public readonly SourceEnd End(int source, long turn, long rows) => SourceEnd.Finish;

    public readonly long PassOf(long pass, int source, long turn) => pass;

    public readonly void Save(StepStateWriter state)
    {
        state.Add(_copiesLeft);
        _resampler.Save(state);
        if (_copiesLeft > 0)
        {
            state.AddRows<T>([_row]);
        }
    }

    public void Load(StepStateReader state)
    {
        _copiesLeft = (int)state.Next(0, int.MaxValue);
        _resampler.Load(state);
        ReadOnlySpan<T> rows = state.Rows<T>(1);
        _copiesLeft = rows.IsEmpty ? 0 : _copiesLeft;
        _row = rows.IsEmpty ? default! : rows[0];
    }
}
