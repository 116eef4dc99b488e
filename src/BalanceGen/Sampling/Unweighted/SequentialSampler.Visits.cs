namespace BalanceGen.Sampling;

/// <content>Visits: the number of the pass over all rows.</content>
public sealed partial class SequentialSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => PassVisits.Fill(firstDraw, RowCount, visits);
}
