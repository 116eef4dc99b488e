namespace BalanceGen.Sharding;

/// <summary>An index file is torn, damaged, of another version, or not an index file. Nothing is read from it.</summary>
public sealed class ShardIndexFormatException : BalanceGenException
{
    internal ShardIndexFormatException(string path, string what)
        : base($"{path}: {what}. Build the index again; only what is missing or damaged is done anew.") => Path = path;

    /// <summary>The index file.</summary>
    public string Path { get; }
}
