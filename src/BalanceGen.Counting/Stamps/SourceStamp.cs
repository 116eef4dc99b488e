namespace BalanceGen.Counting.Stamps;

/// <summary>Tells whether a labelled file or folder has changed, without reading its files.</summary>
internal static class SourceStamp
{
    /// <summary>The stamp, or null if there is no file or folder that can be looked at.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="mayBeOvertaken">Whether a change at this moment could leave the same stamp. It could not for a folder, whose stamp is the list of its names.</param>
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
