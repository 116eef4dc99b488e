namespace BalanceGen.Sharding;

/// <summary>A shard file, as it is on disk.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Modified">When it was last written, in ticks of universal time.</param>
public readonly record struct ShardFile(string Path, long Length, long Modified)
{
    /// <summary>The extension of index files.</summary>
    public const string IndexExtension = ".bgix";

    /// <summary>The path of the shard's index file, which is beside the shard.</summary>
    public string IndexPath => Path + IndexExtension;

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="StaleShardException">There is no such file.</exception>
    public static ShardFile Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = new FileInfo(path);
        return file.Exists ? new ShardFile(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks) : throw new StaleShardException(path, "the file is missing");
    }
}
