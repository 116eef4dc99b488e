using Microsoft.Win32.SafeHandles;

namespace BalanceGen.Sharding;

/// <summary>A file that exists as a whole or not at all. It is written under a temporary name, flushed to the disk and then renamed.</summary>
internal sealed class DurableFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly SafeFileHandle _handle;
    private bool _isCommitted;

    /// <summary>Begins a file. It is an error if another process writes the same file.</summary>
    public DurableFile(string path)
    {
        _path = path;
        _temporary = path + ".tmp";
        _handle = File.OpenHandle(_temporary, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes) => RandomAccess.Write(_handle, bytes, offset);

    /// <summary>Gives the file its name.</summary>
    public void Commit()
    {
        RandomAccess.FlushToDisk(_handle);
        File.Move(_temporary, _path, overwrite: true);
        _isCommitted = true;
    }

    public void Dispose()
    {
        _handle.Dispose();
        if (!_isCommitted)
        {
            File.Delete(_temporary);
        }
    }
}
