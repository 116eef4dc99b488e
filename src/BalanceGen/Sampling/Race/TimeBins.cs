using System.Numerics;

namespace BalanceGen.Sampling;

/// <summary>Bins of times by their leading bits: up to 256 bins for each doubling, so that in each times are spread about evenly.</summary>
internal readonly struct TimeBins
{
    private const int MantissaBits = 52;

    /// <summary>A bin is to have about this many rows, which then fit into the nearest cache.</summary>
    private const int RowsOfBin = 1024;

    /// <summary>The most bits of the mantissa that tell the bin.</summary>
    private const int MostBits = 8;

    private readonly int _shift;

    /// <summary>Bins for a number of rows that arrive.</summary>
    public TimeBins(int arrivals)
    {
        // The last doublings have half of the rows and more.
        _shift = MantissaBits - Math.Clamp(BitOperations.Log2((uint)arrivals) - BitOperations.Log2(2 * RowsOfBin), 0, MostBits);
    }

    /// <summary>The number of bins of all finite times, most of which stay empty.</summary>
    public int Count => Of(BitConverter.DoubleToUInt64Bits(double.MaxValue)) + 1;

    /// <summary>The bin of a time, of which the bits are given. Later times have the same bin or a later one.</summary>
    public int Of(ulong time) => (int)(time >> _shift);

    /// <summary>The 32 bits that follow those of the bin, above the row.</summary>
    public ulong WordOf(ulong time, int row) => ((time >> (_shift - 32)) << 32) | (uint)row;
}
