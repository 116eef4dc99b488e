using System.Runtime.InteropServices;

namespace BalanceGen.Sampling;

/// <summary>The arrays of an <see cref="AliasTable"/>, held by reference for a run of draws.</summary>
internal readonly ref struct AliasLookup(ulong[] thresholds, ulong[] ranges)
{
    private readonly ref ulong _thresholds = ref MemoryMarshal.GetArrayDataReference(thresholds);
    private readonly ref ulong _ranges = ref MemoryMarshal.GetArrayDataReference(ranges);
    private readonly ulong _columns = (ulong)thresholds.Length;

    /// <summary>
    /// The class that belongs to a random word, as its rows: the first position in the high half, their number in the low.
    /// The bias is below K/2^64.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong RangeOf(ulong word)
    {
        // The product's high half is below the number of columns, so the tables need no bounds check.
        nuint column = (nuint)WideProduct.High(word, _columns);
        ulong fraction = unchecked(word * _columns);
        nuint alias = fraction >= Unsafe.Add(ref _thresholds, column) ? (nuint)1 : 0;
        return Unsafe.Add(ref _ranges, (column * 2) + alias);
    }
}
