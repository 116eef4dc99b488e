using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Batching;

/// <summary>Starts to load the rows of the next batch, so that the memory fetches several at once while the loop of the user works on one.</summary>
internal static class RowPrefetch
{
    /// <summary>Rows of up to this many bytes stay in the second-level cache, where fetching ahead gains nothing.</summary>
    private const int CachedBytes = 1 << 18;

    /// <summary>Whether the rows are so many that they have to be waited for.</summary>
    public static bool Pays<T>(ReadOnlySpan<T> rows) => Sse.IsSupported && (long)rows.Length * Unsafe.SizeOf<T>() > CachedBytes;

    /// <summary>Starts to load the first bytes of rows, or the references to them where they are objects.</summary>
    public static unsafe void Start<T>(ReadOnlySpan<T> rows, ReadOnlySpan<int> rowNumbers)
    {
        ref T first = ref MemoryMarshal.GetReference(rows);
        foreach (int row in rowNumbers)
        {
            // A hint only: it does not matter if the rows are moved meanwhile.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, row)));
        }
    }
}
