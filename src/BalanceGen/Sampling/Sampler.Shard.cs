namespace BalanceGen;

/// <content>Sharding.</content>
public abstract partial class Sampler
{
    /// <summary>One rank's shard of the draws. The shards of all ranks are disjoint and together the global order, for any world size. O(1).</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="batchSize">
    /// How many consecutive draws a rank takes at a time, 1 or more. 1 deals the draws out one by one; the size of a rank's batch gives each rank a contiguous piece of every
    /// global batch, which keeps the balance of the global order inside each rank's batches too.
    /// </param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more: the draw of a saved state.</param>
    /// <remarks>
    /// A shard is a sampler, so it can be sharded again among the workers of a rank. Its epochs are this sampler's: together the ranks draw each of them exactly, and where an
    /// epoch cannot be divided into whole batches its rest is divided as evenly as can be. Ranks that start in mid-epoch have what is left of it first, under its own number.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(int rank, int worldSize, int batchSize = 1, long firstDraw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        return ShardFrom(rank, worldSize, batchSize, firstDraw == 0 ? FirstEpoch : EpochAt(firstDraw), firstDraw);
    }

    /// <summary>
    /// One rank's draws after a saved state, which any number of ranks may have saved: first the rest of the epoch in which the state
    /// stands, then the next epochs. O(1).
    /// </summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="state">A state of this sampler or of a shard of it.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(int rank, int worldSize, SamplerState state, int batchSize = 1)
    {
        (long epoch, long draw) = PositionOf(state);
        return ShardFrom(rank, worldSize, batchSize, epoch, draw);
    }

    /// <summary>The draws after a saved state, of the rank that a launcher gave this process. O(1).</summary>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="state">A state of this sampler or of a shard of it, saved by any number of ranks.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(WorldRank rank, SamplerState state, int batchSize = 1) => Shard(rank.Rank, rank.WorldSize, state, batchSize);

    /// <summary>The draws of the rank that a launcher gave this process. O(1).</summary>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SamplerShard Shard(WorldRank rank, int batchSize = 1, long firstDraw = 0) =>
        Shard(rank.Rank, rank.WorldSize, batchSize, firstDraw);

    private SamplerShard ShardFrom(int rank, int worldSize, int batchSize, long epoch, long firstDraw)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        return new SamplerShard(this, rank, worldSize, batchSize, epoch, firstDraw);
    }
}
