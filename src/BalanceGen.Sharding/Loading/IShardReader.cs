namespace BalanceGen.Sharding;

/// <summary>Reads rows of shard files.</summary>
/// <typeparam name="T">What a row is read to.</typeparam>
/// <remarks>Thread-safe: the workers of a loader read at the same time.</remarks>
public interface IShardReader<T> : IDisposable
{
    /// <summary>Reads a row.</summary>
    /// <param name="row">Which row of which shard.</param>
    /// <param name="cancellation">Cancelled when the row takes too long or the loader ends.</param>
    ValueTask<T> ReadAsync(ShardRow row, CancellationToken cancellation);
}
