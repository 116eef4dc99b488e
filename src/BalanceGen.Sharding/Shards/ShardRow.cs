namespace BalanceGen.Sharding;

/// <summary>A drawn row: which file, and which row of it.</summary>
/// <param name="Shard">The number of the shard; <see cref="ShardedIndex.PathOf"/> has its path.</param>
/// <param name="Row">The 0-based row in the file.</param>
/// <param name="ClassIndex">The class index.</param>
public readonly record struct ShardRow(int Shard, long Row, int ClassIndex);
