using System.Runtime.CompilerServices;

namespace BalanceGen.Sharding;

/// <summary>The open index of a shard. Each page of rows is checked when it is first touched.</summary>
internal sealed unsafe class ShardRows : IDisposable
{
    private readonly string _path;
    private readonly MappedFile _file;
    private readonly uint[] _checksums;
    private readonly ulong[] _checkedPages;
    private readonly uint* _rows;

    public ShardRows(string path)
    {
        _path = path;
        _file = new MappedFile(path);
        try
        {
            Metadata = ShardMetadata.Read(path, _file.First(int.MaxValue), _file.Length);
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        _checksums = Metadata.PageChecksums;
        _checkedPages = new ulong[(_checksums.Length + 63) / 64];
        _rows = Metadata.IsSorted ? null : (uint*)(_file.Start + Metadata.RowsOffset);
    }

    public ShardMetadata Metadata { get; }

    /// <summary>The bytes of memory that this object has for itself.</summary>
    public long PrivateBytes => ((long)_checksums.Length * sizeof(uint)) + ((long)_checkedPages.Length * sizeof(ulong)) + ((long)Metadata.Runs.Length * ClassRun.Size);

    /// <summary>Asks the processor to fetch the row at a place of the class-sorted order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchAhead(uint place)
    {
        if (_rows is not null && System.Runtime.Intrinsics.X86.Sse.IsSupported)
        {
            System.Runtime.Intrinsics.X86.Sse.Prefetch0(_rows + place);
        }
    }

    /// <summary>The row number at a place of the class-sorted order. The method does not check that there is such a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint RowAt(uint place)
    {
        if (_rows is null)
        {
            return place;
        }

        uint page = place / ShardMetadata.RowsPerPage;
        if ((_checkedPages[page >> 6] & (1UL << (int)(page & 63))) == 0)
        {
            Check(page);
        }

        return _rows[place];
    }

    /// <summary>Checks every page.</summary>
    public void CheckAll()
    {
        for (uint page = 0; page < _checksums.Length; page++)
        {
            Check(page);
        }
    }

    public void Dispose() => _file.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Check(uint page)
    {
        long offset = (long)page * ShardMetadata.PageSize;
        var bytes = new ReadOnlySpan<byte>((byte*)_rows + offset, (int)Math.Min(ShardMetadata.PageSize, Metadata.RowsLength - offset));
        if (Checksum.Of(bytes) != _checksums[page])
        {
            throw new ShardIndexFormatException(_path, $"the checksum of page {page} of the rows is wrong");
        }

        // If two threads check a page at the same time, it is only checked twice.
        Interlocked.Or(ref _checkedPages[page >> 6], 1UL << (int)(page & 63));
    }
}
