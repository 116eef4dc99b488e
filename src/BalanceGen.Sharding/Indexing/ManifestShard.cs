namespace BalanceGen.Sharding;

/// <summary>A shard as the manifest has it.</summary>
/// <param name="RelativePath">The path from the manifest's folder, with slashes.</param>
/// <param name="Length">The length of the shard file when it was indexed.</param>
/// <param name="Modified">When it was last written, in ticks of universal time.</param>
/// <param name="RowCount">The rows that are indexed.</param>
/// <param name="IndexChecksum">The checksum of its index's metadata.</param>
internal sealed record ManifestShard(string RelativePath, long Length, long Modified, long RowCount, uint IndexChecksum);
