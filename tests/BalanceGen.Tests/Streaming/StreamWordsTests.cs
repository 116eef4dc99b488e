using System.Numerics;
using BalanceGen.Randomness;

namespace BalanceGen.Tests.Streaming;

/// <summary>The random words of a stream's elements, against plain arithmetic over the generators they come from.</summary>
public sealed class StreamWordsTests
{
    private const long Seed = 77;
    private const ulong Shuffles = ((ulong)3 << 8) | (ulong)StreamPurpose.Shuffle;

    [Fact]
    public void An_element_has_the_word_of_its_place_in_blocks_of_256()
    {
        var words = new StreamWords(Seed, StreamPurpose.Shuffle, pass: 3);
        foreach (long element in (long[])[0, 1, 255, 256, 257, 511, 512, 1L << 40])
        {
            Assert.Equal(Word(element), words.At(element));
        }
    }

    [Fact]
    public void An_integer_below_a_bound_is_drawn_again_from_words_of_the_element_alone()
    {
        // Just above 2^63 nearly half of the words are surplus.
        const ulong bound = (1UL << 63) + 1;
        var words = new StreamWords(Seed, StreamPurpose.Shuffle, pass: 3);
        int redrawn = 0;
        for (long element = 0; element < 600; element++)
        {
            ulong word = Word(element);
            if (IsSurplus(word, bound))
            {
                redrawn++;
                var own = new PhiloxSequence(Seed, Shuffles | ((ulong)StreamPurpose.Redraw << 4), (ulong)element * 256);
                do
                {
                    word = own.Next();
                }
                while (IsSurplus(word, bound));
            }

            Assert.Equal((ulong)(((BigInteger)word * bound) >> 64), words.Below(element, bound));
        }

        Assert.InRange(redrawn, 200, 400);
    }

    private static ulong Word(long element)
    {
        var block = new ulong[256];
        var generator = new Xoshiro256x4(Seed, Shuffles, (ulong)(element / 256));
        generator.Fill(block);
        return block[element % 256];
    }

    /// <summary>Whether the fraction of word · bound / 2^64 is among the 2^64 mod bound smallest, which make the first values too frequent (Lemire 2019).</summary>
    private static bool IsSurplus(ulong word, ulong bound) => ((BigInteger)word * bound) % (BigInteger.One << 64) < (BigInteger.One << 64) % bound;
}
