namespace BalanceGen.Counting.Stamps;

/// <summary>
/// The files and directories in a folder of labelled files, in ordinal order. Names that begin with a dot are left out, with everything below them, because systems and
/// tools make them.
/// </summary>
internal sealed class FolderList(string root)
{
    private readonly List<string> _directories = [];
    private readonly List<string> _files = [];

    /// <summary>The folder.</summary>
    public string Root => root;

    /// <summary>The directories, relative to the folder and with slashes.</summary>
    public IReadOnlyList<string> Directories => _directories;

    /// <summary>The files, relative to the folder and with slashes.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>
    /// A link to a directory below the directory of a class, if there is one. The link may lead back, and then it is unclear how often its files count.
    /// </summary>
    public string? DeepLink { get; private set; }

    /// <summary>Lists a folder. O(n log n) in its entries; no file is opened.</summary>
    /// <exception cref="IOException">The folder, or a directory in it, cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder, or a directory in it, may not be listed.</exception>
    public static FolderList Of(string root)
    {
        var list = new FolderList(root);
        list.Add(new DirectoryInfo(root), "");
        list._directories.Sort(StringComparer.Ordinal);
        list._files.Sort(StringComparer.Ordinal);
        return list;
    }

    private void Add(DirectoryInfo directory, string prefix)
    {
        foreach (FileSystemInfo entry in directory.EnumerateFileSystemInfos())
        {
            if (entry.Name[0] == '.')
            {
                continue;
            }

            string path = prefix + entry.Name;
            if (entry is not DirectoryInfo below)
            {
                _files.Add(path);
            }
            else if (prefix.Length > 0 && (below.Attributes & FileAttributes.ReparsePoint) != 0)
            {
                DeepLink ??= path;
            }
            else
            {
                _directories.Add(path);
                Add(below, path + "/");
            }
        }
    }
}
