namespace BalanceGen;

/// <content>Visits: without replacement the number of the pass over all rows.</content>
public sealed partial class RandomSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => Replacement ? VisitNumbering.Draw : VisitNumbering.Exact;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        if (Replacement)
        {
            base.FillVisits(firstDraw, visits);
        }
        else
        {
            PassVisits.Fill(firstDraw, RowCount, visits);
        }
    }
}
