using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen;

/// <summary>Independent draws in two steps: the class by an alias table, then a row of the class, all with the same probability.</summary>
/// <remarks>
/// Exact wherever the weight is the same for all rows of a class: the tables have one entry per class, not per row, so there is
/// no limit on rows and no cumulative sum that could lose a rare one. Immutable and thread-safe.
/// </remarks>
internal sealed class IndependentDraws
{
    /// <summary>A row index of up to this many rows stays in the second-level cache, where fetching ahead gains nothing.</summary>
    private const int CachedRows = 1 << 16;

    private readonly long _seed;
    private readonly AliasTable _table;
    private readonly int[]? _sortedRows;

    public IndependentDraws(long seed, AliasTable table, int[]? sortedRows)
    {
        _seed = seed;
        _table = table;
        _sortedRows = sortedRows;
    }

    [SkipLocalsInit]
    public void Fill(long firstDraw, Span<int> rows)
    {
        Span<ulong> words = stackalloc ulong[DrawBlock.WordCount];
        Span<int> unread = default;
        bool far = _sortedRows?.Length > CachedRows;
        while (!rows.IsEmpty)
        {
            (long block, long first) = Math.DivRem(firstDraw, DrawBlock.Length);
            int run = Math.Min(DrawBlock.Length - (int)first, rows.Length);
            DrawBlock.Fill(_seed, DrawStreams.Draw, block, (int)first + run, words);
            Span<int> positions = rows[..run];
            if (far)
            {
                // The rows of a block are read one block later, when the prefetched lines have arrived.
                Position(words, (int)first, positions, ref MemoryMarshal.GetArrayDataReference(_sortedRows!));
                Read(unread);
                unread = positions;
            }
            else
            {
                Position(words, (int)first, positions, ref Unsafe.NullRef<int>());
                Read(positions);
            }

            rows = rows[run..];
            firstDraw += run;
        }

        Read(unread);
    }

    /// <summary>Positions in the class-sorted order. Where the row index is far away, its entries are fetched ahead.</summary>
    private unsafe void Position(Span<ulong> words, int firstDraw, Span<int> positions, ref int sortedRows)
    {
        AliasLookup lookup = _table.Lookup;
        ref ulong word = ref MemoryMarshal.GetReference(words);
        ref int position = ref MemoryMarshal.GetReference(positions);
        bool prefetch = Sse.IsSupported && !Unsafe.IsNullRef(ref sortedRows);
        for (int draw = 0; draw < positions.Length; draw++)
        {
            nuint at = (nuint)DrawBlock.IndexOf(firstDraw + draw);
            ulong range = lookup.RangeOf(Unsafe.Add(ref word, at));
            ulong place = Math.BigMul(Unsafe.Add(ref word, at + 4), (uint)range, out _);
            int found = (int)(range >> 32) + (int)place;
            Unsafe.Add(ref position, draw) = found;
            if (prefetch)
            {
                // A hint only: it does not matter if the array is moved meanwhile.
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref sortedRows, found)));
            }
        }
    }

    private void Read(Span<int> positions)
    {
        if (_sortedRows is null)
        {
            return;
        }

        ref int sortedRows = ref MemoryMarshal.GetArrayDataReference(_sortedRows);
        foreach (ref int position in positions)
        {
            position = Unsafe.Add(ref sortedRows, position);
        }
    }
}
