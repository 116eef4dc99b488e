namespace BalanceGen;

/// <content>
/// Visits. With replacement: the numbers of the draws. Without: the copies of a row in an epoch are numbered, and those of the next epoch
/// start after the most that an epoch can have.
/// </content>
public sealed partial class RandomUnderSampler
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
            _epoch.FillVisits(firstDraw, visits);
        }
    }
}
