using System.Runtime.Intrinsics;
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

    [Avx2Fact]
    public void Four_at_a_time_are_the_same_to_the_last_bit_as_one_by_one()
    {
        var random = new SplitMix64(6);
        ulong[] edges = [0, 1, 2047, 2048, 2049, (1UL << 53) - 1, 1UL << 53, (1UL << 63) - 1, 1UL << 63, ulong.MaxValue - 1, ulong.MaxValue, 0xB504F333F9DE6484, 0xB504F333F9DE6485];
        for (int number = 0; number < 200_000; number++)
        {
            // All magnitudes, near 0, near the largest word, and near powers of two.
            ulong word = random.Next();
            ulong one = number < edges.Length ? edges[number] : word >> (number % 64);
            Vector256<ulong> words = Vector256.Create(one, ~one, word, (1UL << (number % 64)) + (word >> 60));
            Vector256<double> four = ExponentialVariate.Of(words);
            for (int lane = 0; lane < 4; lane++)
            {
                Assert.Equal(BitConverter.DoubleToUInt64Bits(ExponentialVariate.Of(words[lane])), BitConverter.DoubleToUInt64Bits(four[lane]));
            }
        }
    }
}
