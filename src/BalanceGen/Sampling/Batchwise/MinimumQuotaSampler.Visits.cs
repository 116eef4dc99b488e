namespace BalanceGen.Sampling;

/// <content>Visits: the k-th draw of a class of n rows is visit k div n of its row.</content>
public sealed partial class MinimumQuotaSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        MinimumQuotaBatches batches = Interlocked.Exchange(ref _batches, null) ?? _newBatches();
        batches.FillVisits(firstDraw, visits);
        _batches = batches;
    }
}
