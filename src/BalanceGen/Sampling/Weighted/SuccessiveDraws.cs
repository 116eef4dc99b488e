using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>Draws without replacement: the class by <see cref="SuccessiveClasses"/>, then the next row of its permutation.</summary>
/// <remarks>Not thread-safe: each user has its own.</remarks>
internal sealed class SuccessiveDraws(long seed, long epochLength, ulong[] units, PermutedClass[] classes, RowLookup lookup)
{
    private const int LongestRun = 256;

    private readonly int[] _counts = [.. classes.Select(rows => rows.Count)];
    private readonly SuccessiveClasses _order = new(seed, epochLength, units, [.. classes.Select(rows => rows.Count)]);
    private readonly PermutedRows _permuted = new(seed, classes);

    [SkipLocalsInit]
    public void Fill(long firstDraw, Span<int> rows)
    {
        (long epoch, long draw) = Math.DivRem(firstDraw, epochLength);
        Span<ulong> slots = stackalloc ulong[LongestRun];
        Span<int> unread = default;
        while (!rows.IsEmpty)
        {
            Span<int> run = rows[..(int)Math.Min(Math.Min(epochLength - draw, rows.Length), LongestRun)];
            _order.Seek(epoch, draw);
            _order.Take(slots[..run.Length]);
            Position(epoch, slots, run);
            if (lookup.IsFar)
            {
                lookup.Prefetch(run);
            }

            // The rows of a run are read one run later, when the entries that were fetched ahead have arrived.
            lookup.Read(unread);
            unread = run;
            rows = rows[run.Length..];
            draw += run.Length;
            if (draw == epochLength)
            {
                epoch++;
                draw = 0;
            }
        }

        lookup.Read(unread);
    }

    /// <summary>Positions in the class-sorted order.</summary>
    private void Position(long epoch, ReadOnlySpan<ulong> slots, Span<int> positions)
    {
        // Every epoch is one cycle of each class's permutations, even if not all of its rows are drawn. The number of a visit
        // must not overflow: after 2^31 epochs the permutations come again, with other class orders.
        long cycle = epoch & int.MaxValue;
        for (int draw = 0; (draw += PositionReady(_permuted.Visits, cycle, slots[draw..], positions[draw..])) < positions.Length;)
        {
            int place = (int)(uint)slots[draw];
            _permuted.Refill(place, (cycle * _counts[place]) + (long)(slots[draw] >> 32));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int PositionReady(VisitLookup visits, long cycle, ReadOnlySpan<ulong> slots, Span<int> positions)
    {
        ref int counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref ulong first = ref MemoryMarshal.GetReference(slots);
        for (int draw = 0; draw < positions.Length; draw++)
        {
            ulong slot = Unsafe.Add(ref first, draw);
            int place = (int)(uint)slot;
            long visit = (cycle * Unsafe.Add(ref counts, place)) + (long)(slot >> 32);
            if (!visits.TryPositionOf(place, visit, out positions[draw]))
            {
                return draw;
            }
        }

        return positions.Length;
    }
}
