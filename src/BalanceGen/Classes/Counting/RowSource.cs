using System.Runtime.InteropServices;

namespace BalanceGen.Classes;

/// <summary>Class indices that an indexer reads from rows.</summary>
internal readonly ref struct RowSource<T, TIndexer>(ReadOnlySpan<T> rows, TIndexer indexer) : IClassSource
    where TIndexer : struct, IClassIndexer<T>
{
    private readonly ReadOnlySpan<T> _rows = rows;
    private readonly TIndexer _indexer = indexer;

    public int Length => _rows.Length;

    public bool MayIgnore => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClassAt(nint position) =>
        _indexer.IndexOf(in Unsafe.Add(ref MemoryMarshal.GetReference(_rows), position));

    public void CopyTo(int position, scoped Span<byte> classIndices) => ClassReading.CopyBytes(this, position, classIndices);

    public string DescribeAt(int position) => _indexer.DescribeLabel(in _rows[position]);
}
