namespace BalanceGen.Sampling;

/// <content>Visits: the number of the pass over the class. A row comes at most once in a pass.</content>
public sealed partial class StratifiedRandomSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        StratifiedBatches batches = Interlocked.Exchange(ref _batches, null) ?? _newBatches();
        batches.FillVisits(firstDraw, visits);
        _batches = batches;
    }
}
