using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BalanceGen.Randomness;

namespace BalanceGen;

/// <summary>
/// The rows of each class in cyclic, ever new orders: visit k of a class with n rows is place k mod n of the permutation that
/// belongs to the seed, the class and k div n. So each row of a class is visited exactly once in every n visits.
/// </summary>
/// <remarks>
/// A pure function with a memory: a window of rows per class is kept ready, so that a run of draws pays for a permutation once
/// per window. Not thread-safe: each user has its own.
/// </remarks>
internal sealed class PermutedRows
{
    private const int FeistelWindow = 32;

    private readonly long _seed;
    private readonly PermutedClass[] _classes;
    private readonly int[]? _sortedRows;
    private readonly RowWindow[] _windows;
    private readonly int[] _buffer;

    // The permutation of the current cycle of each class, and which cycle that is.
    private readonly FeistelPermutation[] _permutations;
    private readonly long[] _cycles;

    public PermutedRows(long seed, PermutedClass[] classes, int[]? sortedRows)
    {
        _seed = seed;
        _classes = classes;
        _sortedRows = sortedRows;
        _windows = new RowWindow[classes.Length];
        _permutations = new FeistelPermutation[classes.Length];
        _cycles = new long[classes.Length];
        int length = 0;
        for (int index = 0; index < classes.Length; index++)
        {
            _windows[index].Offset = length;
            _cycles[index] = -1;
            length += classes[index].Count <= KeyedPermutation.TableLimit ? classes[index].Count : FeistelWindow;
        }

        _buffer = new int[length];
    }

    /// <summary>The row of a visit.</summary>
    /// <param name="index">The place of the class in the list of classes, not checked.</param>
    /// <param name="visit">The number of the visit, 0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int RowOf(int index, long visit)
    {
        ref RowWindow window = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_windows), index);
        ulong place = (ulong)(visit - window.First);
        if (place >= (uint)window.Length)
        {
            place = Refill(index, visit);
        }

        return Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), window.Offset + (int)place);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong Refill(int index, long visit)
    {
        ref RowWindow window = ref _windows[index];
        PermutedClass rows = _classes[index];
        (long cycle, long place) = Math.DivRem(visit, rows.Count);
        Span<int> buffer;
        int first = 0;
        if (rows.Count <= KeyedPermutation.TableLimit)
        {
            buffer = _buffer.AsSpan(window.Offset, rows.Count);
            FisherYates.Fill(buffer, _seed, rows.Stream, (ulong)cycle);
        }
        else
        {
            if (_cycles[index] != cycle)
            {
                _permutations[index] = new FeistelPermutation(rows.Count, _seed, rows.Stream, (ulong)cycle);
                _cycles[index] = cycle;
            }

            first = (int)place & -FeistelWindow;
            buffer = _buffer.AsSpan(window.Offset, Math.Min(FeistelWindow, rows.Count - first));
            _permutations[index].Fill(first, buffer);
        }

        if (_sortedRows is { } sortedRows)
        {
            ReadOnlySpan<int> ofClass = sortedRows.AsSpan(rows.Start, rows.Count);
            foreach (ref int row in buffer)
            {
                row = ofClass[row];
            }
        }
        else
        {
            foreach (ref int row in buffer)
            {
                row += rows.Start;
            }
        }

        window.First = visit - (place - first);
        window.Length = buffer.Length;
        return (ulong)(place - first);
    }
}
