namespace BalanceGen.Randomness;

/// <summary>A source of independent 64-bit words, each uniform over all 2^64 values.</summary>
public interface IRandomWords
{
    /// <summary>The next word.</summary>
    ulong Next();
}
