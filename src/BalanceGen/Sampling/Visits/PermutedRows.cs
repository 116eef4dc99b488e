using System.Runtime.Intrinsics;

namespace BalanceGen.Sampling;

/// <summary>
/// The rows of each class in cyclic, ever new orders: visit k of a class with n rows is place k mod n of the permutation that
/// belongs to the seed, the class and k div n. So each row of a class is visited exactly once in every n visits.
/// </summary>
/// <remarks>
/// A pure function with a memory: a window of positions per class is kept ready, so that a run of draws pays for a permutation
/// once per window. Not thread-safe: each user has its own.
/// </remarks>
internal sealed class PermutedRows
{
    private const int FeistelWindow = 96;

    private readonly long _seed;
    private readonly PermutedClass[] _classes;
    private readonly RowWindow[] _windows;
    private readonly int[] _buffer;

    // The permutation of the current cycle of each class, and which cycle that is.
    private readonly FeistelPermutation[] _permutations;
    private readonly long[] _cycles;

    public PermutedRows(long seed, PermutedClass[] classes)
    {
        _seed = seed;
        _classes = classes;
        _windows = new RowWindow[classes.Length];
        _permutations = new FeistelPermutation[classes.Length];
        _cycles = new long[classes.Length];
        int length = 0;
        for (int index = 0; index < classes.Length; index++)
        {
            _windows[index].Offset = length;
            _cycles[index] = -1;
            length += classes[index].Count <= KeyedPermutation.TableLimit ? TableLength(classes[index].Count) : FeistelWindow;
        }

        _buffer = new int[length];
    }

    /// <summary>The positions of visits. Valid as long as nobody else uses this object.</summary>
    public VisitLookup Visits => new(this, _windows, _buffer);

    /// <summary>The number of classes.</summary>
    public int ClassCount => _classes.Length;

    /// <summary>The positions of consecutive visits of a class, as many as are at hand, one or more. Valid until the next call.</summary>
    public ReadOnlySpan<int> PositionsFrom(int index, long visit)
    {
        ref RowWindow window = ref _windows[index];
        if ((ulong)(visit - window.First) >= (uint)window.Length)
        {
            Refill(index, visit);
        }

        int place = (int)(visit - window.First);
        return _buffer.AsSpan(window.Offset + place, window.Length - place);
    }

    /// <summary>Makes the window of a class hold a visit.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Refill(int index, long visit)
    {
        ref RowWindow window = ref _windows[index];
        PermutedClass rows = _classes[index];
        Span<int> buffer;
        long place;
        int first = 0;
        if (rows.Count <= KeyedPermutation.TableLimit)
        {
            // The window holds all cycles that are shuffled together.
            buffer = _buffer.AsSpan(window.Offset, TableLength(rows.Count));
            (long table, place) = Math.DivRem(visit, buffer.Length);
            FisherYates.Fill(buffer, rows.Count, _seed, rows.Stream, (ulong)table);
        }
        else
        {
            long cycle = _cycles[index];
            place = visit - (cycle * rows.Count);
            if ((ulong)place >= (ulong)rows.Count)
            {
                (cycle, place) = Math.DivRem(visit, rows.Count);
            }

            if (_cycles[index] != cycle)
            {
                _permutations[index] = new FeistelPermutation(rows.Count, _seed, rows.Stream, (ulong)cycle);
                _cycles[index] = cycle;
            }

            first = (int)place - ((int)place % FeistelWindow);
            buffer = _buffer.AsSpan(window.Offset, Math.Min(FeistelWindow, rows.Count - first));
            _permutations[index].Fill(first, buffer);
        }

        if (rows.Start != 0)
        {
            Add(rows.Start, buffer);
        }

        window.First = visit - (place - first);
        window.Length = buffer.Length;
    }

    private static int TableLength(int count) => KeyedPermutation.PermutationsPerTable(count) * count;

    private static void Add(int start, Span<int> places)
    {
        Vector256<int> starts = Vector256.Create(start);
        Span<int> rest = places;
        for (; rest.Length >= Vector256<int>.Count; rest = rest[Vector256<int>.Count..])
        {
            (Vector256.Create<int>(rest) + starts).CopyTo(rest);
        }

        foreach (ref int place in rest)
        {
            place += start;
        }
    }
}
