namespace BalanceGen.Sharding;

/// <summary>A shard file cannot be indexed. Every rank of the job throws it with the same text, whichever rank had the shard.</summary>
public sealed class ShardException : BalanceGenException
{
    internal ShardException(int rank, string path, long row, string what, Exception? cause = null)
        : base(Describe(rank, path, what), cause)
    {
        Rank = rank;
        Path = path;
        Row = row;
        What = what;
    }

    /// <summary>The rank that had the shard.</summary>
    public int Rank { get; }

    /// <summary>The file. Empty if the failure has nothing to do with a file.</summary>
    public string Path { get; }

    /// <summary>The 0-based row in the file, or −1 if the error is about the whole file.</summary>
    public long Row { get; }

    /// <summary>What is wrong.</summary>
    internal string What { get; }

    private static string Describe(int rank, string path, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"Rank {rank}: {(path.Length == 0 || what.Contains(path, StringComparison.Ordinal) ? "" : path + ": ")}{what}");
}
