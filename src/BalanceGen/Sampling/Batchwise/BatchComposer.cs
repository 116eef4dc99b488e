namespace BalanceGen.Sampling;

/// <summary>Draws that are composed a batch at a time; batch b is a pure function of the seed and b. Not thread-safe: each user has its own.</summary>
internal abstract class BatchComposer
{
    private readonly int[] _composed;
    private long _number = -1;

    protected BatchComposer(int batchSize) => _composed = new int[batchSize];

    public void Fill(long firstDraw, Span<int> rows)
    {
        (long number, long place) = Math.DivRem(firstDraw, _composed.Length);
        while (!rows.IsEmpty)
        {
            if (_number != number)
            {
                // Unfinished work of a failed call must not pass for a batch.
                _number = -1;
                Compose(number, _composed);
                _number = number;
            }

            int run = Math.Min(_composed.Length - (int)place, rows.Length);
            _composed.AsSpan((int)place, run).CopyTo(rows);
            rows = rows[run..];
            number++;
            place = 0;
        }
    }

    /// <summary>Writes the rows of a batch.</summary>
    protected abstract void Compose(long number, Span<int> rows);
}
