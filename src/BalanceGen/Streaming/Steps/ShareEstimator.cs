namespace BalanceGen.Streaming;

/// <summary>Decayed class counts of the rows that have flowed by. O(1) a row: instead of shrinking every count, the weight of the next row grows.</summary>
internal sealed class ShareEstimator(int classCount, double decay)
{
    /// <summary>Above this the counts are scaled back, long before a double overflows.</summary>
    private const double LargestWeight = 1e100;

    private readonly double[] _counts = new double[classCount];
    private readonly bool[] _seen = new bool[classCount];
    private double _weight = 1;

    /// <summary>Counts a row.</summary>
    /// <returns>Whether it is the first of its class.</returns>
    public bool Add(int classIndex)
    {
        _counts[classIndex] += _weight;
        if (decay < 1)
        {
            _weight /= decay;
            if (_weight > LargestWeight)
            {
                ScaleBack();
            }
        }

        bool first = !_seen[classIndex];
        _seen[classIndex] = true;
        return first;
    }

    /// <summary>Writes m_c + alpha, where the last row counts as 1 or almost. A class that was seen stays above 0.</summary>
    public void CopyCounts(double alpha, Span<double> counts)
    {
        for (int index = 0; index < counts.Length; index++)
        {
            double count = _counts[index] / _weight;
            counts[index] = (_seen[index] ? Math.Max(count, 1e-100) : 0) + alpha;
        }
    }

    public void Save(StepStateWriter state)
    {
        state.Add(_weight);
        for (int index = 0; index < _counts.Length; index++)
        {
            state.Add(_seen[index] ? 1L : 0L);
            state.Add(_counts[index]);
        }
    }

    public void Load(StepStateReader state)
    {
        _weight = state.NextFinite();
        for (int index = 0; index < _counts.Length; index++)
        {
            _seen[index] = state.Next(0, 1) == 1;
            _counts[index] = state.NextFinite();
        }
    }

    private void ScaleBack()
    {
        foreach (ref double count in _counts.AsSpan())
        {
            count /= _weight;
        }

        _weight = 1;
    }
}
