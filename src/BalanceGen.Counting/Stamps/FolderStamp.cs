using System.Security.Cryptography;

namespace BalanceGen.Counting.Stamps;

/// <summary>
/// Tells whether a folder of labelled files has changed, by the names of everything in it. Labels are parts of names, so the content of a file does not matter.
/// </summary>
internal static class FolderStamp
{
    /// <summary>The stamp of a folder, or null if it cannot be listed.</summary>
    public static string? Of(string path)
    {
        try
        {
            FolderList list = FolderList.Of(path);
            return list.DeepLink is not null
                ? null
                : string.Format(CultureInfo.InvariantCulture, "folder {0} {1} {2}", list.Directories.Count, list.Files.Count, HashOf(list));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string HashOf(FolderList list)
    {
        using var hash = SHA256.Create();
        foreach (string name in list.Directories.Concat(list.Files))
        {
            // No name holds a NUL.
            byte[] bytes = Encoding.UTF8.GetBytes(name + "\0");
            hash.TransformBlock(bytes, 0, bytes.Length, null, 0);
        }

        hash.TransformFinalBlock([], 0, 0);
        return BitConverter.ToString(hash.Hash!);
    }
}
