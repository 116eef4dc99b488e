namespace BalanceGen.Sharding;

/// <summary>Makes samplers of a sharded index in one call.</summary>
public static class ShardedSamplers
{
    /// <summary>Exact class shares at every prefix, every row of a class before any of it again; see <see cref="BalancedPlaceSampler"/>.</summary>
    /// <param name="index">The index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch; the number of rows by default.</param>
    public static ShardedSampler BalancedSampler(
        this ShardedIndex index, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new ShardedSampler(index, new BalancedPlaceSampler(index.Counts, seed, target, zeroCounts, epochLength));
    }

    /// <summary>The same with a target that changes with the epochs; see <see cref="ScheduledPlaceSampler"/>.</summary>
    /// <param name="index">The index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="schedule">The target of each epoch.</param>
    /// <param name="zeroCounts">What happens where a target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch; the number of rows by default.</param>
    public static ShardedSampler ScheduledSampler(
        this ShardedIndex index, long seed, TargetSchedule schedule, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new ShardedSampler(index, new ScheduledPlaceSampler(index.Counts, seed, schedule, zeroCounts, epochLength));
    }

    /// <summary>The same with a least number of draws of each class in every batch; see <see cref="MinimumQuotaPlaceSampler"/>.</summary>
    /// <param name="index">The index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="batchSize">The number of draws in a batch.</param>
    /// <param name="minima">The least number of draws of each class in every batch.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch; the number of rows, rounded up to batches, by default.</param>
    public static ShardedSampler MinimumQuotaSampler(
        this ShardedIndex index,
        long seed,
        int batchSize,
        ReadOnlySpan<int> minima,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new ShardedSampler(index, new MinimumQuotaPlaceSampler(index.Counts, seed, batchSize, minima, target, zeroCounts, epochLength));
    }

    /// <summary>Independent draws, with the shares in expectation; see <see cref="ClassPlaceSampler"/>.</summary>
    /// <param name="index">The index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch; the number of rows by default.</param>
    public static ShardedSampler WeightedRandomSampler(
        this ShardedIndex index, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new ShardedSampler(index, new ClassPlaceSampler(index.Counts, seed, target, zeroCounts, epochLength));
    }
}
