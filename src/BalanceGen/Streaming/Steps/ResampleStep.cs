namespace BalanceGen.Streaming;

/// <summary>See <see cref="StreamResampling"/>.</summary>
internal struct ResampleStep<T, TIndexer>(TIndexer indexer, ResampleConfiguration configuration) : IStreamStep<T, T>
    where TIndexer : struct, IClassIndexer<T>
{
    private Resampler _resampler = null!;
    private int _copiesLeft;

    public readonly ResamplePlan? Plan => configuration.Plan;

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
        _copiesLeft = copies - 1;
        return true;
    }

    /// <summary>The copies of a row follow each other: the one that came out last is still there.</summary>
    public bool TryTake(bool ended, ref T result)
    {
        if (_copiesLeft == 0)
        {
            return false;
        }

        _copiesLeft--;
        return true;
    }

    public readonly SourceEnd End(int source, long turn, long rows) => SourceEnd.Finish;

    public readonly long PassOf(long pass, int source, long turn) => pass;
}
