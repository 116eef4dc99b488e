namespace BalanceGen.Sampling;

/// <content>
/// Visits: the number of the pass over the class. A row comes exactly once in a pass if the classes of a batch divide their number, and
/// otherwise at most once.
/// </content>
public sealed partial class ClassAwareSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => _drawnClasses % ClassesPerBatch == 0 ? VisitNumbering.Exact : VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        ClassAwareBatches batches = Interlocked.Exchange(ref _batches, null) ?? _newBatches();
        batches.FillVisits(firstDraw, visits);
        _batches = batches;
    }
}
