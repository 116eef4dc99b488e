using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>The windows of <see cref="PermutedRows"/>, held by reference for a run of draws.</summary>
internal readonly ref struct VisitLookup(PermutedRows rows, RowWindow[] windows, int[] buffer)
{
    private readonly PermutedRows _rows = rows;
    private readonly ref RowWindow _windows = ref MemoryMarshal.GetArrayDataReference(windows);
    private readonly ref int _buffer = ref MemoryMarshal.GetArrayDataReference(buffer);

    /// <summary>The position of a visit's row in the class-sorted order.</summary>
    /// <param name="index">The place of the class in the list of classes, not checked.</param>
    /// <param name="visit">The number of the visit, 0 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int PositionOf(int index, long visit)
    {
        int position;
        while (!TryPositionOf(index, visit, out position))
        {
            _rows.Refill(index, visit);
        }

        return position;
    }

    /// <summary>
    /// The position of a visit's row, if the window of its class has it; otherwise <see cref="PermutedRows.Refill"/> is to be called. A loop without calls keeps
    /// everything in registers.
    /// </summary>
    /// <param name="index">The place of the class in the list of classes, not checked.</param>
    /// <param name="visit">The number of the visit, 0 or more.</param>
    /// <param name="position">Receives the position.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPositionOf(int index, long visit, out int position)
    {
        ref RowWindow window = ref Unsafe.Add(ref _windows, index);
        ulong place = (ulong)(visit - window.First);
        if (place >= (uint)window.Length)
        {
            position = 0;
            return false;
        }

        position = Unsafe.Add(ref _buffer, window.Offset + (int)place);
        return true;
    }
}
