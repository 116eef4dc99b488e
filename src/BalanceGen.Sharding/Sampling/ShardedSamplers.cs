namespace BalanceGen.Sharding;

/// <summary>Makes samplers of a sharded index in one call.</summary>
public static class ShardedSamplers
{
    /// <summary>
    /// Draws with exact class shares at every prefix. Every row of a class is drawn before any of its rows is drawn again. See <see cref="BalancedPlaceSampler"/>.
    /// </summary>
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

    /// <summary>Draws like BalancedSampler, with a target that changes from epoch to epoch. See <see cref="ScheduledPlaceSampler"/>.</summary>
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

    /// <summary>Draws like BalancedSampler, with a minimum number of draws of each class in every batch. See <see cref="MinimumQuotaPlaceSampler"/>.</summary>
    /// <param name="index">The index.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="batchSize">The number of draws in a batch.</param>
    /// <param name="minima">The minimum number of draws of each class in every batch.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch. By default the number of rows, rounded up to whole batches.</param>
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

    /// <summary>Draws independently. The shares hold in expectation. See <see cref="WeightedRandomPlaceSampler"/>.</summary>
    /// <inheritdoc cref="BalancedSampler"/>
    public static ShardedSampler WeightedRandomSampler(
        this ShardedIndex index, long seed, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default, long? epochLength = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new ShardedSampler(index, new WeightedRandomPlaceSampler(index.Counts, seed, target, zeroCounts, epochLength));
    }

    /// <summary>
    /// Draws in a balanced order from files that are fast to read only group by group. See <see cref="WindowedPlaceSampler"/>. It takes O(groups · log rows) for each
    /// class that is not held in memory.
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="groups">The groups of its shards.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="options">The size of the window, and how many rows are held in memory.</param>
    /// <param name="target">In which proportion the classes are drawn; uniform by default.</param>
    /// <param name="zeroCounts">What happens where the target asks for rows of a class that has none.</param>
    /// <param name="epochLength">The number of draws in an epoch; the number of rows by default.</param>
    /// <exception cref="ArgumentException">The groups belong to another number of shards, or lack rows of a shard.</exception>
    public static ShardedSampler WindowedSampler(
        this ShardedIndex index,
        RowGroups groups,
        long seed,
        WindowOptions? options = null,
        TargetDistribution? target = null,
        ZeroCountPolicy zeroCounts = default,
        long? epochLength = null)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(groups);
        return groups.ShardCount == index.ShardCount
            ? new ShardedSampler(index, new WindowedPlaceSampler(index.Counts, seed, classIndex => index.FirstPlaces(classIndex, groups), options, target, zeroCounts, epochLength))
            : throw new ArgumentException($"The groups are of {groups.ShardCount} shards, the index has {index.ShardCount}.", nameof(groups));
    }
}
