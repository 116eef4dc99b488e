namespace BalanceGen.Sharding;

/// <summary>A drawn row could not be read.</summary>
public sealed class ShardRowException : BalanceGenException
{
    internal ShardRowException(string path, ShardRow row, Exception cause)
        : base(string.Create(CultureInfo.InvariantCulture, $"row {row.Row} of {(cause.Message.StartsWith(path, StringComparison.Ordinal) ? "" : path + ": ")}{cause.Message}"), cause)
    {
        Path = path;
        Row = row;
    }

    /// <summary>The shard file.</summary>
    public string Path { get; }

    /// <summary>Which row of which shard.</summary>
    public ShardRow Row { get; }
}
