using System.Security.Cryptography;

namespace BalanceGen.Counting.Stamps;

/// <summary>
/// Says what was read when labels were counted: the request, the stamps of the files and of the counter, and the resulting counts. The counter writes it last. A build
/// counts again unless the record would be the same today.
/// </summary>
internal static class CountingRecord
{
    private const string FileKey = "file=";

    /// <summary>The text of a stamp that proves nothing.</summary>
    private const string Unknown = "unknown";

    /// <summary>The path of the record of a class-count file.</summary>
    public static string PathOf(string counts) => counts + ".counted";

    /// <summary>The path of the file with the places of the labels of a class-count file.</summary>
    public static string PlacesOf(string counts) =>
        (counts.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? counts.Substring(0, counts.Length - ".csv".Length) : counts) + ".places";

    /// <summary>Whether counting again would give the same counts.</summary>
    public static bool IsCurrent(string request, string counts, string tool)
    {
        try
        {
            string record = PathOf(counts);
            if (!File.Exists(record) || !File.Exists(counts) || !File.Exists(PlacesOf(counts)) || !File.Exists(request))
            {
                return false;
            }

            string asked = File.ReadAllText(request);
            IEnumerable<string> stamps = FilesOf(asked).Select(file => SourceStamp.Of(file, out _) ?? "absent");
            return File.ReadAllText(record) == Compose(asked, stamps, tool, counts);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The text of the record. A stamp that is null proves nothing, so that the next build counts again.</summary>
    public static string Compose(string request, IEnumerable<string?> stamps, string tool, string counts)
    {
        var text = new StringBuilder(request.Replace("\r\n", "\n"));
        foreach (string? stamp in stamps)
        {
            text.Append("stamp=").Append(stamp ?? Unknown).Append('\n');
        }

        text.Append("tool=").Append(FileStamp.Of(tool)?.ToString() ?? Unknown).Append('\n');
        return text.Append("counts=").Append(HashOf(counts)).Append('\n').ToString();
    }

    private static IEnumerable<string> FilesOf(string request) => request.Split('\n')
        .Where(line => line.StartsWith(FileKey, StringComparison.Ordinal))
        .Select(line => line.Substring(FileKey.Length).TrimEnd('\r'));

    private static string HashOf(string path)
    {
        using var hash = SHA256.Create();
        using FileStream file = File.OpenRead(path);
        return BitConverter.ToString(hash.ComputeHash(file));
    }
}
