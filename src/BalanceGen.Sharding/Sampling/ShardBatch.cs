namespace BalanceGen.Sharding;

/// <summary>The drawn rows of a batch.</summary>
public readonly ref struct ShardBatch
{
    private readonly ShardedSampler _sampler;

    internal ShardBatch(ShardedSampler sampler, ReadOnlySpan<ShardRow> rows, long nextDraw)
    {
        _sampler = sampler;
        Rows = rows;
        NextDraw = nextDraw;
    }

    /// <summary>The rows in the order of the draws.</summary>
    public ReadOnlySpan<ShardRow> Rows { get; }

    /// <summary>The number of the draw after this batch.</summary>
    public long NextDraw { get; }

    /// <summary>The state from which a later run continues after this batch, with any number of ranks; equal on all ranks.</summary>
    public SamplerState State => _sampler.StateAt(NextDraw);
}
