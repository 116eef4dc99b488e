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
}
