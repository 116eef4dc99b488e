namespace BalanceGen.Sharding;

/// <summary>A shard file is missing, or is not the one that was indexed.</summary>
public sealed class StaleShardException : BalanceGenException
{
    internal StaleShardException(string path, string what)
        : base($"{path}: {what}. Restore the file, or build the index again.") => Path = path;

    /// <summary>The shard file.</summary>
    public string Path { get; }
}
