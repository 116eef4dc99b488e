namespace BalanceGen.Counting.Stamps;

/// <summary>What tells one content of a labelled file or folder from another without reading its files.</summary>
internal static class SourceStamp
{
    /// <summary>The stamp, or null if there is nothing that can be looked at.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="mayBeOvertaken">Whether a change that came just now could leave the same stamp. That of a folder is the list of its names: never.</param>
    public static string? Of(string path, out bool mayBeOvertaken)
    {
        if (Directory.Exists(path))
        {
            mayBeOvertaken = false;
            return FolderStamp.Of(path);
        }

        FileStamp? stamp = FileStamp.Of(path);
        mayBeOvertaken = stamp?.MayBeOvertaken(DateTime.UtcNow) ?? true;
        return stamp?.ToString();
    }
}
