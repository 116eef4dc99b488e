using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Randomness;

/// <summary>
/// Philox4x32 with 10 rounds: a counter-based generator, that is, a keyed hash of a 128-bit counter to 128 random bits
/// (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3, SC'11).
/// </summary>
/// <remarks>
/// It has no state: any block is reached in O(1), and blocks of different counters are independent for every statistical
/// purpose. It is not a cryptographic generator. Thread-safe, allocates nothing.
/// </remarks>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The 128 random bits that belong to a key and a counter.</summary>
    /// <param name="key">The 64-bit key; its low half is the first key word.</param>
    /// <param name="counterLow">The first two words of the counter, the first in the low half.</param>
    /// <param name="counterHigh">The last two words of the counter, the third in the low half.</param>
    /// <returns>The four output words, two in each half, the earlier one in the low bits.</returns>
    public static (ulong Low, ulong High) Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        uint word0 = (uint)counterLow;
        uint word1 = (uint)(counterLow >> 32);
        uint word2 = (uint)counterHigh;
        uint word3 = (uint)(counterHigh >> 32);
        uint key0 = (uint)key;
        uint key1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * word0;
            ulong product1 = (ulong)Multiplier1 * word2;
            word0 = (uint)(product1 >> 32) ^ word1 ^ key0;
            word2 = (uint)(product0 >> 32) ^ word3 ^ key1;
            word1 = (uint)product1;
            word3 = (uint)product0;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return (word0 | ((ulong)word1 << 32), word2 | ((ulong)word3 << 32));
    }

    /// <summary>The random words of consecutive counters, two of each: the low half of the block, then the high one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="counterLow">The low half of all counters.</param>
    /// <param name="firstCounterHigh">The high half of the first counter; those that follow have the next numbers, below 2^64.</param>
    /// <param name="words">Receives the words.</param>
    /// <remarks>With AVX2 eight blocks at a time.</remarks>
    internal static void Fill(ulong key, ulong counterLow, ulong firstCounterHigh, Span<ulong> words)
    {
        int filled = Avx2.IsSupported ? FillVectors(key, counterLow, firstCounterHigh, words) : 0;
        for (int index = filled; index < words.Length; index += 2)
        {
            (words[index], ulong high) = Block(key, counterLow, firstCounterHigh + (uint)(index >> 1));
            if (index + 1 < words.Length)
            {
                words[index + 1] = high;
            }
        }
    }

    private static int FillVectors(ulong key, ulong counterLow, ulong firstCounterHigh, Span<ulong> words)
    {
        ref ulong destination = ref MemoryMarshal.GetReference(words);
        Vector256<ulong> half = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> counters = Vector256.Create(firstCounterHigh) + Vector256.Create(0UL, 1, 2, 3);
        int filled = 0;
        for (; filled + 16 <= words.Length; filled += 16)
        {
            // Each lane holds a 32-bit word in its low half. What stands above it is ignored by the multiplication and cut off at the end.
            Vector256<ulong> one0 = Vector256.Create(counterLow);
            Vector256<ulong> one1 = Vector256.Create(counterLow >> 32);
            Vector256<ulong> one2 = counters;
            Vector256<ulong> one3 = counters >>> 32;
            counters += Vector256.Create(4UL);
            Vector256<ulong> other0 = one0;
            Vector256<ulong> other1 = one1;
            Vector256<ulong> other2 = counters;
            Vector256<ulong> other3 = counters >>> 32;
            counters += Vector256.Create(4UL);
            uint key0 = (uint)key;
            uint key1 = (uint)(key >> 32);
            for (int round = 0; round < Rounds; round++)
            {
                Vector256<ulong> keys0 = Vector256.Create((ulong)key0);
                Vector256<ulong> keys1 = Vector256.Create((ulong)key1);
                Round(ref one0, ref one1, ref one2, ref one3, keys0, keys1);
                Round(ref other0, ref other1, ref other2, ref other3, keys0, keys1);
                key0 += Weyl0;
                key1 += Weyl1;
            }

            Store((one0 & half) | (one1 << 32), (one2 & half) | (one3 << 32), ref destination, filled);
            Store((other0 & half) | (other1 << 32), (other2 & half) | (other3 << 32), ref destination, filled + 8);
        }

        return filled;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Round(
            ref Vector256<ulong> word0, ref Vector256<ulong> word1, ref Vector256<ulong> word2, ref Vector256<ulong> word3, Vector256<ulong> keys0, Vector256<ulong> keys1)
        {
            Vector256<ulong> product0 = Avx2.Multiply(Vector256.Create(Multiplier0), word0.AsUInt32());
            Vector256<ulong> product1 = Avx2.Multiply(Vector256.Create(Multiplier1), word2.AsUInt32());
            word0 = (product1 >>> 32) ^ word1 ^ keys0;
            word2 = (product0 >>> 32) ^ word3 ^ keys1;
            word1 = product1;
            word3 = product0;
        }

        // Low and high halves of the blocks alternate.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Store(Vector256<ulong> low, Vector256<ulong> high, ref ulong destination, int index)
        {
            Vector256<ulong> even = Avx2.UnpackLow(low, high);
            Vector256<ulong> odd = Avx2.UnpackHigh(low, high);
            Avx2.Permute2x128(even, odd, 0x20).StoreUnsafe(ref destination, (nuint)index);
            Avx2.Permute2x128(even, odd, 0x31).StoreUnsafe(ref destination, (nuint)index + 4);
        }
    }
}
