namespace BalanceGen;

/// <content>Visits: without replacement the number of the epoch, in which a row comes at most once. Independent draws have none but their own number.</content>
public sealed partial class WeightedRandomSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => Replacement ? VisitNumbering.Draw : VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        if (Replacement)
        {
            base.FillVisits(firstDraw, visits);
        }
        else
        {
            PassVisits.Fill(firstDraw, EpochLength, visits);
        }
    }
}
