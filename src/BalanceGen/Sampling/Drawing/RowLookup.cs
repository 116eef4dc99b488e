using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Sampling;

/// <summary>From positions in the class-sorted order to rows, with the entries of a large row index fetched ahead.</summary>
/// <param name="sortedRows">The row at each position; null where position and row are the same.</param>
internal readonly struct RowLookup(int[]? sortedRows)
{
    /// <summary>A row index of up to this many rows stays in the second-level cache, where fetching ahead gains nothing.</summary>
    private const int CachedRows = 1 << 16;

    /// <summary>Whether positions should be prefetched and read a block later.</summary>
    public bool IsFar { get; } = Sse.IsSupported && sortedRows?.Length > CachedRows;

    /// <summary>Whether position and row are the same.</summary>
    public bool IsIdentity => sortedRows is null;

    /// <summary>Reads each row as soon as its position is known.</summary>
    public Direct AtOnce => new(sortedRows!);

    /// <summary>Starts to load the entry of each position; the rows are read later.</summary>
    public Ahead FetchedAhead => new(sortedRows!);

    /// <summary>Starts to load the entry of a position. The position is not checked; a wrong one has no effect.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int position)
    {
        // A hint only: it does not matter if the array is moved meanwhile.
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sortedRows!), position)));
    }

    /// <summary>Starts to load the entries of positions.</summary>
    public void Prefetch(ReadOnlySpan<int> positions)
    {
        foreach (int position in positions)
        {
            Prefetch(position);
        }
    }

    /// <summary>Replaces valid positions by their rows.</summary>
    public void Read(Span<int> positions)
    {
        if (sortedRows is null)
        {
            return;
        }

        ref int rows = ref MemoryMarshal.GetArrayDataReference(sortedRows);
        foreach (ref int position in positions)
        {
            position = Unsafe.Add(ref rows, position);
        }
    }

    /// <summary>Writes the rows of valid positions to a place of the same length; of a data set that is not sorted there are none.</summary>
    public void Read(ReadOnlySpan<int> positions, Span<int> rows)
    {
        ref int sorted = ref MemoryMarshal.GetReference<int>(sortedRows);
        for (int draw = 0; draw < rows.Length; draw++)
        {
            rows[draw] = Unsafe.Add(ref sorted, positions[draw]);
        }
    }

    /// <summary>What becomes of a position as soon as it is drawn.</summary>
    internal interface IReader
    {
        int Read(int position);
    }

    /// <summary>A position stays a position.</summary>
    internal readonly struct None : IReader
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Read(int position) => position;
    }

    /// <summary>A position stays a position, and the load of its entry is started; for a row index beyond the cache.</summary>
    internal readonly ref struct Ahead(int[] sortedRows) : IReader
    {
        private readonly ref int _rows = ref MemoryMarshal.GetArrayDataReference(sortedRows);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public unsafe int Read(int position)
        {
            // A hint only: it does not matter if the array is moved meanwhile.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref _rows, position)));
            return position;
        }
    }

    /// <summary>A valid position becomes its row; for a row index in the cache.</summary>
    internal readonly ref struct Direct(int[] sortedRows) : IReader
    {
        private readonly ref int _rows = ref MemoryMarshal.GetArrayDataReference(sortedRows);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Read(int position) => Unsafe.Add(ref _rows, position);
    }
}
