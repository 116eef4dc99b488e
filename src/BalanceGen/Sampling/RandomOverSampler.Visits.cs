namespace BalanceGen;

/// <content>Visits: the copies of a row in an epoch are numbered, and those of the next epoch go on behind the most that an epoch can have.</content>
public sealed partial class RandomOverSampler
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => VisitNumbering.Distinct;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits) => _epoch.FillVisits(firstDraw, visits);
}
