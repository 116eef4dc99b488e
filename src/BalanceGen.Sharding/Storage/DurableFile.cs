using Microsoft.Win32.SafeHandles;

namespace BalanceGen.Sharding;

/// <summary>A file that exists as a whole or not at all. It is written under a temporary name, flushed to the disk and then renamed.</summary>
internal sealed class DurableFile(string path) : IDisposable
{
    // It is an error if another process writes the same file.
    private readonly SafeFileHandle _handle = File.OpenHandle(TemporaryOf(path), FileMode.Create, FileAccess.Write, FileShare.None);
    private bool _isCommitted;

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_handle, bytes, offset);

    /// <summary>Gives the file its name.</summary>
    public void Commit()
    {
        RandomAccess.FlushToDisk(_handle);
        File.Move(TemporaryOf(path), path, overwrite: true);
        _isCommitted = true;
    }

    public void Dispose()
    {
        _handle.Dispose();
        if (!_isCommitted)
        {
            File.Delete(TemporaryOf(path));
        }
    }

    private static string TemporaryOf(string path) => path + ".tmp";
}
