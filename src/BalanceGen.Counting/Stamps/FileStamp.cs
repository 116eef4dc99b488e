using System.Reflection;
using System.Runtime.InteropServices;

namespace BalanceGen.Counting.Stamps;

/// <summary>
/// Tells whether a file has changed, without reading it. A stamp has the length, times and identity of the file that the path leads to. For a symbolic link that is its
/// target. Both the counter and the build task make stamps, and compare their texts.
/// </summary>
/// <remarks>
/// The time of the last write is not enough, because copying tools set it back. They cannot set the number of the inode and the time of its last change. Linux tells
/// these two, and Windows tells the file index. On other systems the creation time replaces them.
/// </remarks>
internal sealed class FileStamp(long length, DateTime written, DateTime changed, string identity)
{
    // A clock that ticks every 10 ms can give two writes in a row the same time. If a time has no fraction of a second, the file system may
    // store only whole seconds.
    private static readonly TimeSpan FineTick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CoarseTick = TimeSpan.FromSeconds(2.5);

    /// <summary>The stamp of a file, or null if there is no file that can be looked at.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            return RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? LinuxFile.StampOf(path) ?? OfAnySystem(path)
                : RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? WindowsFile.StampOf(path) ?? OfAnySystem(path)
                : OfAnySystem(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The stamp as every system can tell it, or null if there is no such file.</summary>
    public static FileStamp? OfAnySystem(string path)
    {
        // A link exists, whether or not it leads anywhere.
        if (!File.Exists(path))
        {
            return null;
        }

        var file = new FileInfo(path);
        FileInfo target = FinalTarget(file) ?? file;
        return target.Exists ? new FileStamp(target.Length, target.LastWriteTimeUtc, target.CreationTimeUtc, "") : null;
    }

    /// <summary>Whether a write at this moment could leave the same times. If so, the file may have changed since it was read.</summary>
    public bool MayBeOvertaken(DateTime now) => IsRecent(written, now) || IsRecent(changed, now);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1:O} {2:O} {3}", length, written, changed, identity).TrimEnd();

    private static bool IsRecent(DateTime time, DateTime now) =>
        (now - time).Duration() < (time.Ticks % TimeSpan.TicksPerSecond == 0 ? CoarseTick : FineTick);

    // .NET Framework and .NET Standard do not have the method; the systems that need it here have a runtime that does.
    private static FileInfo? FinalTarget(FileInfo file) =>
        typeof(FileSystemInfo).GetMethod("ResolveLinkTarget", BindingFlags.Public | BindingFlags.Instance, null, [typeof(bool)], null)?.Invoke(file, [true]) as FileInfo;
}
