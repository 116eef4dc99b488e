namespace BalanceGen.Sampling;

/// <summary>
/// The random words of independent draws: two per draw, from one generator per block of 256 draws. Draw i of a block takes lane
/// i mod 4 of the steps 2·⌊i/4⌋ and 2·⌊i/4⌋ + 1. Part of the draw format.
/// </summary>
internal static class DrawBlock
{
    /// <summary>The number of draws in a block.</summary>
    public const int Length = 256;

    /// <summary>The number of random words in a block.</summary>
    public const int WordCount = 2 * Length;

    /// <summary>Writes the words of the first draws of a block.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="block">The number of the block.</param>
    /// <param name="draws">How many draws need words, of [1, <see cref="Length"/>].</param>
    /// <param name="words">Room for a whole block.</param>
    public static void Fill(long seed, ulong stream, long block, int draws, Span<ulong> words)
    {
        var generator = new Xoshiro256x4(seed, stream, (ulong)block);
        generator.Fill(words[..(2 * ((draws + 3) & ~3))]);
    }

    /// <summary>Where the first word of a draw is; its second is four words further.</summary>
    public static int IndexOf(int draw) => draw + (draw & ~3);
}
