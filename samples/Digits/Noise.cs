using BalanceGen.Randomness;

namespace Digits;

/// <summary>
/// Random numbers as a pure function of a seed and a number, the way BalanceGen's samplers draw: nothing to keep, nothing
/// to pass on, the same on every machine. SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
public readonly struct Noise(long seed)
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    // The seed is mixed first: with neighbouring seeds the plain sequences would be shifted copies of each other.
    private readonly ulong _origin = SplitMix64.Mix(unchecked((ulong)seed + GoldenRatio));

    /// <summary>64 random bits.</summary>
    public ulong Bits(long number) => SplitMix64.Mix(unchecked(_origin + (GoldenRatio * (ulong)number)));

    /// <summary>A number of [−1, 1).</summary>
    public float Signed(long number) => (float)((long)(Bits(number) >> 40) - (1L << 23)) / (1L << 23);

    /// <summary>A number of [0, <paramref name="bound"/>); the bias is below bound / 2^64.</summary>
    public int Below(int bound, long number) => (int)Math.BigMul(Bits(number), (ulong)bound, out _);
}
