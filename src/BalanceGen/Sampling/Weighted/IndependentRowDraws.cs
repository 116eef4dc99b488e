using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Sampling;

/// <summary>Independent draws of rows with weights of their own, by an alias table over the rows. Immutable and thread-safe.</summary>
internal sealed class IndependentRowDraws(long seed, RowAliasTable table) : IRowDraws
{
    [SkipLocalsInit]
    public void Fill(long firstDraw, Span<int> rows)
    {
        Span<ulong> words = stackalloc ulong[DrawBlock.WordCount];
        while (!rows.IsEmpty)
        {
            (long block, long first) = Math.DivRem(firstDraw, DrawBlock.Length);
            int run = Math.Min(DrawBlock.Length - (int)first, rows.Length);
            DrawBlock.Fill(seed, DrawStreams.Draw, block, (int)first + run, words);
            Draw(words, (int)first, rows[..run]);
            rows = rows[run..];
            firstDraw += run;
        }
    }

    private unsafe void Draw(Span<ulong> words, int firstDraw, Span<int> rows)
    {
        ref RowAliasColumn columns = ref MemoryMarshal.GetReference(table.Columns);
        ulong count = (ulong)table.Columns.Length;
        for (int draw = 0; draw < rows.Length; draw++)
        {
            // The product's high half is below the number of columns.
            ulong column = Math.BigMul(words[DrawBlock.IndexOf(firstDraw + draw)], count, out _);
            rows[draw] = (int)column;
            if (Sse.IsSupported)
            {
                // A hint only: it does not matter if the array is moved meanwhile.
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref columns, (nuint)column)));
            }
        }

        for (int draw = 0; draw < rows.Length; draw++)
        {
            RowAliasColumn column = Unsafe.Add(ref columns, (nuint)(uint)rows[draw]);
            rows[draw] = words[DrawBlock.IndexOf(firstDraw + draw) + 4] < column.Threshold ? column.Own : column.Alias;
        }
    }
}
