namespace BalanceGen;

/// <summary>Draws without replacement: the class by <see cref="SuccessiveClasses"/>, then the next row of its permutation.</summary>
/// <remarks>Not thread-safe: each user has its own.</remarks>
internal sealed class SuccessiveDraws
{
    private const int LongestRun = 256;

    private readonly long _epochLength;
    private readonly int[] _counts;
    private readonly SuccessiveClasses _order;
    private readonly PermutedRows _permuted;
    private readonly RowLookup _lookup;

    public SuccessiveDraws(long seed, long epochLength, ulong[] units, PermutedClass[] classes, RowLookup lookup)
    {
        _epochLength = epochLength;
        _counts = [.. classes.Select(rows => rows.Count)];
        _order = new SuccessiveClasses(seed, epochLength, units, _counts);
        _permuted = new PermutedRows(seed, classes);
        _lookup = lookup;
    }

    public void Fill(long firstDraw, Span<int> rows)
    {
        (long epoch, long draw) = Math.DivRem(firstDraw, _epochLength);
        VisitLookup visits = _permuted.Visits;
        Span<int> unread = default;
        while (!rows.IsEmpty)
        {
            _order.Seek(epoch, draw);

            // Every epoch is one cycle of each class's permutations, even if not all of its rows are drawn. The number of a visit
            // must not overflow: after 2^31 epochs the permutations come again, with other class orders.
            long cycle = epoch & int.MaxValue;
            Span<int> run = rows[..(int)Math.Min(Math.Min(_epochLength - draw, rows.Length), LongestRun)];
            foreach (ref int row in run)
            {
                int drawn = _order.Take(out int drawnBefore);
                row = visits.PositionOf(drawn, (cycle * _counts[drawn]) + drawnBefore);
            }

            if (_lookup.IsFar)
            {
                _lookup.Prefetch(run);
            }

            // The rows of a run are read one run later, when the entries that were fetched ahead have arrived.
            _lookup.Read(unread);
            unread = run;
            rows = rows[run.Length..];
            draw += run.Length;
            if (draw == _epochLength)
            {
                epoch++;
                draw = 0;
            }
        }

        _lookup.Read(unread);
    }
}
