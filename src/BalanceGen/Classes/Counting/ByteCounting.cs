using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Classes;

/// <summary>Counts the bytes of a block by value, with vectors and without a branch or an increment for each byte.</summary>
internal static class ByteCounting
{
    /// <summary>Values from this one on cannot be counted; with more of them a table of counters is as fast.</summary>
    public const int MostValues = 64;

    /// <summary>The length of a block is a multiple of this.</summary>
    public const int Step = 3 * 32;

    /// <summary>The most bytes of a block: no 8-bit counter of a vector overflows.</summary>
    public const int BlockLength = 40 * Step;

    /// <summary>How many values are counted in one pass over the block.</summary>
    private const int ValuesInPass = 8;

    /// <summary>A 4-bit counter holds 15: this many steps of three vectors.</summary>
    private const int StepsOfNibbles = 5;

    /// <summary>Whether the machine has the vectors; otherwise counting this way is slow, but right.</summary>
    public static bool IsFast => Vector128.IsHardwareAccelerated;

    /// <summary>Adds how often each value is in a block.</summary>
    /// <param name="block">Up to <see cref="BlockLength"/> bytes, a multiple of <see cref="Step"/>. Bytes that are no value are not counted.</param>
    /// <param name="counts">One count for each value, up to <see cref="MostValues"/>.</param>
    /// <returns>How many bytes were counted.</returns>
    public static int Add(ReadOnlySpan<byte> block, Span<long> counts)
    {
        Debug.Assert(block.Length <= BlockLength && block.Length % Step == 0 && counts.Length <= MostValues, "A block that can be counted.");
        int counted = 0;
        for (int first = 0; first < counts.Length; first += ValuesInPass)
        {
            Span<long> countsOfPass = counts.Slice(first, Math.Min(ValuesInPass, counts.Length - first));
            counted += Avx2.IsSupported
                ? AddByTable(block, (byte)first, countsOfPass)
                : AddByComparing(block, (byte)first, countsOfPass);
        }

        return counted;
    }

    /// <summary>Each value is compared with all bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int AddByComparing(ReadOnlySpan<byte> block, byte first, Span<long> counts)
    {
        ref byte start = ref MemoryMarshal.GetReference(block);
        int counted = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            Vector128<byte> value = Vector128.Create((byte)(first + index));
            Vector128<byte> even = Vector128<byte>.Zero;
            Vector128<byte> odd = Vector128<byte>.Zero;
            for (nuint position = 0; position < (nuint)block.Length; position += 32)
            {
                // A comparison gives −1 where it is true.
                even -= Vector128.Equals(Vector128.LoadUnsafe(ref start, position), value);
                odd -= Vector128.Equals(Vector128.LoadUnsafe(ref start, position + 16), value);
            }

            int count = Sum(even) + Sum(odd);
            counts[index] += count;
            counted += count;
        }

        return counted;
    }

    /// <summary>
    /// A table turns each of four values into a counter of 2 bits of its own in one byte. The sums of three vectors are added up in
    /// counters of 4 bits, and those of five steps in counters of 8 bits: about one instruction for a value and 32 bytes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int AddByTable(ReadOnlySpan<byte> block, byte first, Span<long> counts)
    {
        ref byte start = ref MemoryMarshal.GetReference(block);
        Vector256<byte> firstValue = Vector256.Create(first);
        Vector256<byte> lowTable = Table(0x40100401);
        Vector256<byte> highTable = Table(0x40100401UL << 32);
        Vector256<byte> count0 = default, count1 = default, count2 = default, count3 = default;
        Vector256<byte> count4 = default, count5 = default, count6 = default, count7 = default;
        nuint length = (nuint)block.Length;
        for (nuint position = 0; position < length;)
        {
            Vector256<byte> counts02 = default, counts13 = default, counts46 = default, counts57 = default;
            for (nuint end = Math.Min(length, position + (StepsOfNibbles * Step)); position < end; position += Step)
            {
                Vector256<byte> a = Position(Vector256.LoadUnsafe(ref start, position), firstValue);
                Vector256<byte> b = Position(Vector256.LoadUnsafe(ref start, position + 32), firstValue);
                Vector256<byte> c = Position(Vector256.LoadUnsafe(ref start, position + 64), firstValue);
                Vector256<byte> low = Avx2.Shuffle(lowTable, a) + Avx2.Shuffle(lowTable, b) + Avx2.Shuffle(lowTable, c);
                Vector256<byte> high = Avx2.Shuffle(highTable, a) + Avx2.Shuffle(highTable, b) + Avx2.Shuffle(highTable, c);
                counts02 += low & Vector256.Create((byte)0x33);
                counts13 += Right(low, 2) & Vector256.Create((byte)0x33);
                counts46 += high & Vector256.Create((byte)0x33);
                counts57 += Right(high, 2) & Vector256.Create((byte)0x33);
            }

            count0 += counts02 & Vector256.Create((byte)0x0F);
            count1 += counts13 & Vector256.Create((byte)0x0F);
            count2 += Right(counts02, 4) & Vector256.Create((byte)0x0F);
            count3 += Right(counts13, 4) & Vector256.Create((byte)0x0F);
            count4 += counts46 & Vector256.Create((byte)0x0F);
            count5 += counts57 & Vector256.Create((byte)0x0F);
            count6 += Right(counts46, 4) & Vector256.Create((byte)0x0F);
            count7 += Right(counts57, 4) & Vector256.Create((byte)0x0F);
        }

        ReadOnlySpan<Vector256<byte>> sums = [count0, count1, count2, count3, count4, count5, count6, count7];
        int counted = 0;
        for (int index = 0; index < counts.Length; index++)
        {
            int count = Sum(sums[index].GetLower()) + Sum(sums[index].GetUpper());
            counts[index] += count;
            counted += count;
        }

        return counted;
    }

    /// <summary>The same table of eight entries in both halves, with eight zeros behind it for the values of other passes.</summary>
    private static Vector256<byte> Table(ulong entries) => Vector256.Create(entries, 0, entries, 0).AsByte();

    /// <summary>The position in the table. What is before the first value or 16 or more behind it has the highest bit, for which a table gives 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Position(Vector256<byte> values, Vector256<byte> first) =>
        Avx2.AddSaturate(values - first, Vector256.Create((byte)0x70));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Right(Vector256<byte> values, int bits) => (values.AsUInt16() >>> bits).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Sum(Vector128<byte> counts)
    {
        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(counts);
        return Vector128.Sum(lower + upper);
    }
}
