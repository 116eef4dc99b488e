namespace BalanceGen.Sampling;

/// <summary>The draws of batches that are composed one at a time. Thread-safe.</summary>
internal sealed class ComposedBatches(Func<BatchComposer> make)
{
    // The batch in progress, taken for the time of a call. A concurrent second caller makes its own.
    private BatchComposer? _kept;

    public void Fill(long firstDraw, Span<int> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        BatchComposer batches = Interlocked.Exchange(ref _kept, null) ?? make();
        batches.Fill(firstDraw, rows);
        _kept = batches;
    }

    public void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        BatchComposer batches = Interlocked.Exchange(ref _kept, null) ?? make();
        batches.FillVisits(firstDraw, visits);
        _kept = batches;
    }
}
