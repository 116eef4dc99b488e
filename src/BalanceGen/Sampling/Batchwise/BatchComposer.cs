namespace BalanceGen.Sampling;

/// <summary>Draws that are composed a batch at a time; batch b is a pure function of the seed and b. Not thread-safe: each user has its own.</summary>
internal abstract class BatchComposer(int batchSize)
{
    private readonly int[] _composed = new int[batchSize];
    private readonly long[] _visits = new long[batchSize];
    private long _number = -1;

    public void Fill(long firstDraw, Span<int> rows)
    {
        (long number, long place) = Math.DivRem(firstDraw, _composed.Length);
        while (!rows.IsEmpty)
        {
            Prepare(number);
            int run = Math.Min(_composed.Length - (int)place, rows.Length);
            _composed.AsSpan((int)place, run).CopyTo(rows);
            rows = rows[run..];
            number++;
            place = 0;
        }
    }

    /// <summary>Which pass over its class each draw belongs to.</summary>
    public void FillVisits(long firstDraw, Span<long> visits)
    {
        (long number, long place) = Math.DivRem(firstDraw, _composed.Length);
        while (!visits.IsEmpty)
        {
            Prepare(number);
            int run = Math.Min(_composed.Length - (int)place, visits.Length);
            _visits.AsSpan((int)place, run).CopyTo(visits);
            visits = visits[run..];
            number++;
            place = 0;
        }
    }

    /// <summary>Writes the rows of a batch, and which pass over its class each of them belongs to.</summary>
    protected abstract void Compose(long number, Span<int> rows, Span<long> passes);

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
