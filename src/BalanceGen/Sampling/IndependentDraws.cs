using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BalanceGen;

/// <summary>Independent draws in two steps: the class by an alias table, then a row of the class, all with the same probability.</summary>
/// <remarks>
/// Exact wherever the weight is the same for all rows of a class: the tables have one entry per class, not per row, so there is
/// no limit on rows and no cumulative sum that could lose a rare one. Immutable and thread-safe.
/// </remarks>
internal sealed class IndependentDraws
{
    private readonly long _seed;
    private readonly AliasTable _table;
    private readonly RowLookup _rows;

    public IndependentDraws(long seed, AliasTable table, RowLookup rows)
    {
        _seed = seed;
        _table = table;
        _rows = rows;
    }

    [SkipLocalsInit]
    public void Fill(long firstDraw, Span<int> rows)
    {
        Span<ulong> words = stackalloc ulong[DrawBlock.WordCount];
        Span<int> unread = default;
        while (!rows.IsEmpty)
        {
            (long block, long first) = Math.DivRem(firstDraw, DrawBlock.Length);
            int run = Math.Min(DrawBlock.Length - (int)first, rows.Length);
            DrawBlock.Fill(_seed, DrawStreams.Draw, block, (int)first + run, words);
            Span<int> positions = rows[..run];
            Position(words, (int)first, positions);

            // The rows of a block are read one block later, when the entries that were fetched ahead have arrived.
            _rows.Read(unread);
            unread = positions;
            rows = rows[run..];
            firstDraw += run;
        }

        _rows.Read(unread);
    }

    /// <summary>Positions in the class-sorted order.</summary>
    private void Position(Span<ulong> words, int firstDraw, Span<int> positions)
    {
        AliasLookup lookup = _table.Lookup;
        ref ulong word = ref MemoryMarshal.GetReference(words);
        ref int position = ref MemoryMarshal.GetReference(positions);
        bool isFar = _rows.IsFar;
        for (int draw = 0; draw < positions.Length; draw++)
        {
            nuint at = (nuint)DrawBlock.IndexOf(firstDraw + draw);
            ulong range = lookup.RangeOf(Unsafe.Add(ref word, at));
            ulong place = Math.BigMul(Unsafe.Add(ref word, at + 4), (uint)range, out _);
            int found = (int)(range >> 32) + (int)place;
            Unsafe.Add(ref position, draw) = found;
            if (isFar)
            {
                _rows.Prefetch(found);
            }
        }
    }
}
