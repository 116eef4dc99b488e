namespace BalanceGen;

/// <summary>Draws without replacement: the class by <see cref="SuccessiveClasses"/>, then the next row of its permutation.</summary>
/// <remarks>Not thread-safe: each user has its own.</remarks>
internal sealed class SuccessiveDraws
{
    private readonly long _epochLength;
    private readonly int[] _counts;
    private readonly SuccessiveClasses _order;
    private readonly PermutedRows _rows;

    public SuccessiveDraws(long seed, long epochLength, ulong[] units, PermutedClass[] classes, int[]? sortedRows)
    {
        _epochLength = epochLength;
        _counts = [.. classes.Select(rows => rows.Count)];
        _order = new SuccessiveClasses(seed, epochLength, units, _counts);
        _rows = new PermutedRows(seed, classes, sortedRows);
    }

    public void Fill(long firstDraw, Span<int> rows)
    {
        (long epoch, long draw) = Math.DivRem(firstDraw, _epochLength);
        while (!rows.IsEmpty)
        {
            _order.Seek(epoch, draw);

            // Every epoch is one cycle of each class's permutations, even if not all of its rows are drawn. The number of a visit
            // must not overflow: after 2^31 epochs the permutations come again, with other class orders.
            long cycle = epoch & int.MaxValue;
            int run = (int)Math.Min(_epochLength - draw, rows.Length);
            foreach (ref int row in rows[..run])
            {
                int drawn = _order.Take(out int drawnBefore);
                row = _rows.RowOf(drawn, (cycle * _counts[drawn]) + drawnBefore);
            }

            rows = rows[run..];
            epoch++;
            draw = 0;
        }
    }
}
