using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>Independent draws in two steps: the class by an alias table, then a row of the class, all with the same probability.</summary>
/// <remarks>
/// Exact wherever the weight is the same for all rows of a class: the tables have one entry per class, not per row, so there is
/// no limit on rows and no cumulative sum that could lose a rare one. Immutable and thread-safe.
/// </remarks>
internal sealed class IndependentDraws(long seed, AliasTable table, RowLookup rows)
{
    private readonly RowLookup _rows = rows;

    [SkipLocalsInit]
    public void Fill(long firstDraw, Span<int> rows)
    {
        Span<ulong> words = stackalloc ulong[DrawBlock.WordCount];
        Span<int> memory = stackalloc int[2 * DrawBlock.Length];
        ReadOnlySpan<int> unread = memory[..0];
        Span<int> rowsOfUnread = default;
        while (!rows.IsEmpty)
        {
            (long block, long first) = Math.DivRem(firstDraw, DrawBlock.Length);
            int run = Math.Min(DrawBlock.Length - (int)first, rows.Length);
            DrawBlock.Fill(seed, DrawStreams.Draw, block, (int)first + run, words);
            if (_rows.IsFar)
            {
                // The rows of a block are read one block later, when the entries that are fetched ahead have arrived. The positions
                // wait in two halves by turns: written to the result they would compete with the entries for its memory.
                Span<int> positions = memory.Slice((int)(block & 1) * DrawBlock.Length, run);
                Draw(words, (int)first, positions, _rows.FetchedAhead);
                _rows.Read(unread, rowsOfUnread);
                unread = positions;
                rowsOfUnread = rows[..run];
            }
            else if (_rows.IsIdentity)
            {
                Draw(words, (int)first, rows[..run], default(RowLookup.None));
            }
            else
            {
                Draw(words, (int)first, rows[..run], _rows.AtOnce);
            }

            rows = rows[run..];
            firstDraw += run;
        }

        _rows.Read(unread, rowsOfUnread);
    }

    /// <summary>Positions in the class-sorted order, or the rows there.</summary>
    private void Draw<TReader>(Span<ulong> words, int firstDraw, Span<int> drawn, TReader reader)
        where TReader : struct, RowLookup.IReader, allows ref struct
    {
        AliasLookup lookup = table.Lookup;
        ref int row = ref MemoryMarshal.GetReference(drawn);
        int draw = 0;
        for (; draw < drawn.Length && ((firstDraw + draw) & 3) != 0; draw++)
        {
            Unsafe.Add(ref row, draw) = reader.Read(PositionOf(ref lookup, ref words[DrawBlock.IndexOf(firstDraw + draw)]));
        }

        // Whole steps of the generator: the first words of four draws, then their second words.
        ref ulong word = ref Unsafe.Add(ref MemoryMarshal.GetReference(words), DrawBlock.IndexOf(firstDraw + draw));
        for (; draw <= drawn.Length - 4; draw += 4)
        {
            Unsafe.Add(ref row, draw) = reader.Read(PositionOf(ref lookup, ref word));
            Unsafe.Add(ref row, draw + 1) = reader.Read(PositionOf(ref lookup, ref Unsafe.Add(ref word, 1)));
            Unsafe.Add(ref row, draw + 2) = reader.Read(PositionOf(ref lookup, ref Unsafe.Add(ref word, 2)));
            Unsafe.Add(ref row, draw + 3) = reader.Read(PositionOf(ref lookup, ref Unsafe.Add(ref word, 3)));
            word = ref Unsafe.Add(ref word, 8);
        }

        for (; draw < drawn.Length; draw++)
        {
            Unsafe.Add(ref row, draw) = reader.Read(PositionOf(ref lookup, ref words[DrawBlock.IndexOf(firstDraw + draw)]));
        }
    }

    /// <summary>The position of the draw whose first word is given; its second word is four words further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PositionOf(ref AliasLookup lookup, ref ulong word)
    {
        ulong range = lookup.RangeOf(word);
        return (int)(range >> 32) + (int)WideProduct.High(Unsafe.Add(ref word, 4), (uint)range);
    }
}
