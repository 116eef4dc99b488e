using Microsoft.Win32.SafeHandles;

namespace BalanceGen.Sharding;

/// <summary>A file that is there as a whole or not at all: written under a temporary name, flushed to the disk, renamed.</summary>
internal sealed class DurableFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly SafeFileHandle _handle;
    private bool _isCommitted;

    /// <summary>Begins a file. Another process that writes the same one is an error.</summary>
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
