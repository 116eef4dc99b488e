namespace BalanceGen.Sampling;

/// <summary>Draws that are composed a batch at a time; batch b is a pure function of the seed and b. Not thread-safe: each user has its own.</summary>
internal abstract class BatchComposer(int batchSize)
{
    private readonly int[] _composed = new int[batchSize];
    private readonly long[] _visits = new long[batchSize];
    private long _number = -1;

    public void Fill(long firstDraw, Span<int> rows) => Copy(firstDraw, _composed, rows);

    /// <summary>Which pass over its class each draw belongs to.</summary>
    public void FillVisits(long firstDraw, Span<long> visits) => Copy(firstDraw, _visits, visits);

    /// <summary>Writes the rows of a batch, and which pass over its class each of them belongs to.</summary>
    protected abstract void Compose(long number, Span<int> rows, Span<long> passes);

    private void Copy<T>(long firstDraw, T[] ofBatch, Span<T> ofDraws)
    {
        (long number, long place) = Math.DivRem(firstDraw, ofBatch.Length);
        while (!ofDraws.IsEmpty)
        {
            Prepare(number);
            int run = Math.Min(ofBatch.Length - (int)place, ofDraws.Length);
            ofBatch.AsSpan((int)place, run).CopyTo(ofDraws);
            ofDraws = ofDraws[run..];
            number++;
            place = 0;
        }
    }

    private void Prepare(long number)
    {
        if (_number != number)
        {
            // Unfinished work of a failed call must not pass for a batch.
            _number = -1;
            Compose(number, _composed, _visits);
            _number = number;
        }
    }
}
