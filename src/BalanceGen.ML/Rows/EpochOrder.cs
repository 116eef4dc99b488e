namespace BalanceGen.ML;

/// <summary>The rows that a sampler draws in one epoch, in the order of the draws.</summary>
internal sealed class EpochOrder(Sampler sampler, long epoch) : RowOrder
{
    private readonly long _firstDraw = sampler.Epoch(epoch).FirstDraw;

    public override long Count { get; } = sampler.Epoch(epoch).Count;

    public override void Fill(long firstPosition, Span<int> rows) => sampler.Fill(_firstDraw + firstPosition, rows);

    public override int RowAt(long position) => sampler.RowAt(_firstDraw + position);

    /// <summary>A row may be drawn twice: the draw tells its copies apart.</summary>
    public override DataViewRowId IdAt(long position, int row) => new((ulong)row, (ulong)(_firstDraw + position) + 1);
}
