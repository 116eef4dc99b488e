using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace BalanceGen.Sharding;

/// <summary>A file as read-only memory, shared by all processes of a machine that read it. It keeps no file handle.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private MemoryMappedViewAccessor? _view;

    public MappedFile(string path)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Index files are little-endian and are read in place.");
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Length = stream.Length;
        if (Length > 0)
        {
            using MemoryMappedFile file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
            _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            byte* start = null;
            SafeMemoryMappedViewHandle handle = _view.SafeMemoryMappedViewHandle;
            handle.AcquirePointer(ref start);
            Start = start + _view.PointerOffset;
        }
    }

    public long Length { get; }

    public byte* Start { get; }

    /// <summary>The first bytes of the file, or all of a shorter one.</summary>
    public ReadOnlySpan<byte> First(long length) => new(Start, (int)Math.Min(length, Math.Min(Length, int.MaxValue)));

    public void Dispose()
    {
        if (_view is not null)
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _view = null;
        }
    }
}
