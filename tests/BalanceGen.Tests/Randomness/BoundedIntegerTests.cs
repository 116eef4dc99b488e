using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

public sealed class BoundedIntegerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(37)]
    public void All_values_below_the_bound_are_equally_frequent(int bound)
    {
        var words = new PhiloxSequence(seed: 21, stream: 0);
        var seen = new long[bound];
        for (int draw = 0; draw < 20_000; draw++)
        {
            seen[BoundedInteger.Below(ref words, (ulong)bound)]++;
        }

        if (bound > 1)
        {
            ChiSquare.AssertUniform(seen);
        }
    }

    [Fact]
    public void A_surplus_word_is_drawn_again()
    {
        // 2^64 mod 3 is 1: of all words only 0 has a fraction below 1, so it and nothing else is refused.
        var words = new ListedWords(0, 0, 1, 0, ulong.MaxValue);

        Assert.Equal(0UL, BoundedInteger.Below(ref words, 3));
        Assert.Equal(3, words.Taken);
        Assert.Equal(2UL, BoundedInteger.Below(ref words, 3));
        Assert.Equal(5, words.Taken);
    }

    [Fact]
    public void A_bound_above_half_of_all_words_is_unbiased()
    {
        // With the bound 3·2^62 one word in four must be refused; a plain product would give the first thirds double weight.
        var words = new PhiloxSequence(seed: 22, stream: 0);
        var thirds = new long[3];
        for (int draw = 0; draw < 30_000; draw++)
        {
            thirds[BoundedInteger.Below(ref words, 3UL << 62) >> 62]++;
        }

        ChiSquare.AssertUniform(thirds);
        Assert.InRange(words.Position, 39_000UL, 41_000UL);
    }

    [Fact]
    public void A_bound_of_zero_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            var words = new PhiloxSequence(1, 1);
            BoundedInteger.Below(ref words, 0);
        });
    }

    private struct ListedWords(params ulong[] words) : IRandomWords
    {
        public int Taken { get; private set; }

        public ulong Next() => words[Taken++];
    }
}
