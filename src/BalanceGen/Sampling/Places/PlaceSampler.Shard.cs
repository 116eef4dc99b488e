namespace BalanceGen.Sampling;

/// <content>The shard of a rank.</content>
public abstract partial class PlaceSampler
{
    /// <summary>One rank's shard of the draws. The shards of all ranks are disjoint and together the global order, for any world size. O(1).</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more; the size of a rank's batch keeps the balance of the global order inside it.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more: the draw of a saved state.</param>
    /// <remarks>The same arithmetic as <see cref="Sampler.Shard(int, int, int, long)"/>. A shard is a sampler and can be divided again.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlaceSamplerShard Shard(int rank, int worldSize, int batchSize = 1, long firstDraw = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worldSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(rank);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rank, worldSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(firstDraw);
        return new PlaceSamplerShard(this, rank, worldSize, batchSize, firstDraw);
    }

    /// <summary>One rank's shard of the draws that follow a saved state, whatever number of ranks saved it. O(1).</summary>
    /// <param name="rank">The rank, of [0, <paramref name="worldSize"/>).</param>
    /// <param name="worldSize">The number of ranks, 1 or more.</param>
    /// <param name="state">A state of this sampler or of a shard of it.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlaceSamplerShard Shard(int rank, int worldSize, SamplerState state, int batchSize = 1) =>
        Shard(rank, worldSize, batchSize, ResumeFrom(state));

    /// <summary>The draws of the rank that a launcher gave this process. O(1).</summary>
    /// <param name="rank">The rank, such as <see cref="WorldRank.FromEnvironment()"/>.</param>
    /// <param name="batchSize">How many consecutive draws a rank takes at a time, 1 or more.</param>
    /// <param name="firstDraw">The global draw at which the ranks start, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PlaceSamplerShard Shard(WorldRank rank, int batchSize = 1, long firstDraw = 0) =>
        Shard(rank.Rank, rank.WorldSize, batchSize, firstDraw);
}
