namespace BalanceGen.Randomness;

/// <summary>SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014): spreads a seed over the state of another generator.</summary>
/// <remarks>A mutable struct of 8 bytes. Allocates nothing.</remarks>
/// <param name="seed">The seed; every value is a good one.</param>
public struct SplitMix64(ulong seed) : IRandomWords
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>The seed from which the sequence continues.</summary>
    public ulong State { get; private set; } = seed;

    /// <inheritdoc/>
    public ulong Next() => Mix(State += Increment);

    /// <summary>The output function: a bijection of 64-bit words in which every input bit reaches every output bit.</summary>
    /// <param name="word">Any word.</param>
    public static ulong Mix(ulong word)
    {
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
        return word ^ (word >> 31);
    }
}
