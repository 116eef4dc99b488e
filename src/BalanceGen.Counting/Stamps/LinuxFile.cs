using System.Runtime.InteropServices;

namespace BalanceGen.Counting.Stamps;

/// <summary>What Linux tells about a file with statx(2). The layout of its result is the same on every processor.</summary>
internal static class LinuxFile
{
    private const int WorkingDirectory = -100;
    private const uint BasicStatistics = 0x7FF;
    private const int Length = 256;

    private const int InodeOffset = 32;
    private const int SizeOffset = 40;
    private const int ChangeOffset = 96;
    private const int WriteOffset = 112;

    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The stamp of the file that the path leads to. Null if it leads nowhere, or if the system does not have the call.</summary>
    public static FileStamp? StampOf(string path)
    {
        byte[] result = new byte[Length];
        try
        {
            return Read(WorkingDirectory, path, 0, BasicStatistics, result) != 0
                ? null
                : new FileStamp(
                    BitConverter.ToInt64(result, SizeOffset),
                    TimeAt(result, WriteOffset),
                    TimeAt(result, ChangeOffset),
                    BitConverter.ToUInt64(result, InodeOffset).ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return null;
        }
    }

    private static DateTime TimeAt(byte[] result, int offset) =>
        Epoch.AddSeconds(BitConverter.ToInt64(result, offset)).AddTicks(BitConverter.ToUInt32(result, offset + sizeof(long)) / 100);

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi)]
    private static extern int Read(int folder, string path, int flags, uint mask, byte[] result);
}
