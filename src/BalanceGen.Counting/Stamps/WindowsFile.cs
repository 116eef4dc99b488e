using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BalanceGen.Counting.Stamps;

/// <summary>What Windows tells about an open file. If the path is a link, that file is the target.</summary>
internal static class WindowsFile
{
    /// <summary>The stamp of the file that the path leads to, or null if the system does not tell.</summary>
    /// <exception cref="IOException">The file is not there, or cannot be opened.</exception>
    public static FileStamp? StampOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(file.SafeFileHandle, out Facts facts)
            ? new FileStamp(
                ((long)facts.SizeHigh << 32) | facts.SizeLow,
                DateTime.FromFileTimeUtc(facts.Written),
                DateTime.FromFileTimeUtc(facts.Created),
                string.Format(CultureInfo.InvariantCulture, "{0:x8}{1:x8}", facts.IndexHigh, facts.IndexLow))
            : null;
    }

    [DllImport("kernel32.dll", EntryPoint = "GetFileInformationByHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool Read(SafeFileHandle file, out Facts facts);

    /// <summary>BY_HANDLE_FILE_INFORMATION; times are aligned to 4 bytes.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Facts
    {
        public uint Attributes;
        public long Created;
        public long Accessed;
        public long Written;
        public uint Volume;
        public uint SizeHigh;
        public uint SizeLow;
        public uint Links;
        public uint IndexHigh;
        public uint IndexLow;
    }
}
