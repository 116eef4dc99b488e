using System.Diagnostics;

namespace BalanceGen.Sharding.Tests;

/// <summary>A disk of some kilobytes in memory, mounted over a folder.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts a disk, or returns null where that is not allowed.</summary>
    public static SmallDisk? TryMount(string folder, int kilobytes) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder) ? new SmallDisk(folder) : null;

    /// <summary>Writes a file that leaves some bytes.</summary>
    public string FillUpTo(long bytesLeft)
    {
        string path = Path.Combine(_folder, "filler");
        File.WriteAllBytes(path, new byte[new DriveInfo(_folder).AvailableFreeSpace - bytesLeft]);
        return path;
    }

    public void Dispose() => Assert.True(Run("umount", _folder), "The disk stays mounted.");

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
