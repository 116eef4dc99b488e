using BalanceGen.Randomness;

namespace BalanceGen.Tests.Randomness;

public sealed class ExponentialVariateTests
{
    [Fact]
    public void It_is_minus_the_logarithm_of_the_words_place_between_0_and_1()
    {
        var words = new SplitMix64(5);
        for (int number = 0; number < 100_000; number++)
        {
            // All magnitudes of words, not only those that half of all words have.
            ulong word = words.Next() >> (number & 31);
            double expected = -Math.Log((word + 0.5) / Math.Pow(2, 64));

            Assert.Equal(1, ExponentialVariate.Of(word) / expected, word > ulong.MaxValue - (1UL << 56) ? 1e-9 : 1e-13);
        }
    }

    [Fact]
    public void It_is_exact_near_0_where_the_logarithm_of_a_rounded_number_is_not()
    {
        // −ln(1 − x) = x + x²/2 + …; here x = 1001.5/2^64.
        double x = 1001.5 / Math.Pow(2, 64);

        Assert.Equal(1, ExponentialVariate.Of(ulong.MaxValue - 1000 | 1) / x, 1e-2);
        Assert.True(ExponentialVariate.Of(ulong.MaxValue) > 0);
        Assert.InRange(ExponentialVariate.Of(0), 43, 46);
    }
}
