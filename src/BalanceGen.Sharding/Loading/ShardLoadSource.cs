namespace BalanceGen.Sharding;

/// <summary>The batches that a sampler draws from shard files.</summary>
internal sealed class ShardLoadSource(ShardBatches batches) : LoadSource<ShardRow>
{
    private long _nextDraw = batches.FirstDraw;

    public override long? TotalRows => batches.Draws;

    public override ValueTask<bool> TryFillAsync(LoadOrder<ShardRow> order)
    {
        int count = (int)Math.Min(batches.BatchSize, batches.FirstDraw + batches.Draws - _nextDraw);
        if (count <= 0)
        {
            return new ValueTask<bool>(false);
        }

        order.Prepare(count, withClasses: true, reuse: false);
        batches.Sampler.Fill(_nextDraw, order.Rows.AsSpan(0, count));
        for (int place = 0; place < count; place++)
        {
            order.RowNumbers[place] = order.Rows[place].Row;
            order.ClassIndices[place] = order.Rows[place].ClassIndex;
        }

        long epoch = _nextDraw / batches.Sampler.EpochLength;
        _nextDraw += count;
        order.Position = new LoadPosition(_nextDraw, epoch, batches.Sampler.StateAt(_nextDraw));
        return new ValueTask<bool>(true);
    }
}
