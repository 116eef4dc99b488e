namespace BalanceGen.Sampling;

/// <content>Visits and contexts are those of the whole sampler's draws, so that they do not depend on the number of ranks.</content>
public sealed partial class SamplerShard
{
    /// <inheritdoc/>
    public override VisitNumbering VisitNumbering => _source.VisitNumbering;

    /// <inheritdoc/>
    public override void FillVisits(long firstDraw, Span<long> visits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        while (!visits.IsEmpty)
        {
            int run = WorldSize == 1 ? visits.Length : (int)Math.Min(BatchSize - (firstDraw % BatchSize), visits.Length);
            _source.FillVisits(GlobalDraw(firstDraw), visits[..run]);
            visits = visits[run..];
            firstDraw += run;
        }
    }

    internal override (long Draw, long Epoch) NumberOf(long draw) => _source.NumberOf(GlobalDraw(draw));
}
