using System.Numerics;
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

    [Theory]
    [InlineData(0x0000000000000000, 45.054566736396445112)]
    [InlineData(0x0000000000000001, 43.955954447728335421)]
    [InlineData(0x0000000000000002, 43.445128823962344738)]
    [InlineData(0x00000000000007FF, 36.737044740109275314)]
    [InlineData(0x0000000000000800, 36.736556458849574036)]
    [InlineData(0x001FFFFFFFFFFFFF, 7.6246189861593984591)]
    [InlineData(0x0123456789ABCDEF, 5.416100402204420139)]
    [InlineData(0x3FFFFFFFFFFFFFFF, 1.3862943611198906189)]
    [InlineData(0x5A827999FCEF3242, 1.0397207708399179641)]
    [InlineData(0x7FFFFFFFFFFFFFFF, 0.69314718055994530947)]
    [InlineData(0x8000000000000000, 0.69314718055994530936)]
    [InlineData(0x8000000000000400, 0.69314718055994519834)]
    [InlineData(0x9E3779B97F4A7C15, 0.48121182505960344754)]
    [InlineData(0xB504F333F9DE6483, 0.34657359027997265477)]
    [InlineData(0xB504F333F9DE6485, 0.34657359027997265462)]
    [InlineData(0xC000000000000000, 0.2876820724517809274)]
    [InlineData(0xFEDCBA9876543210, 0.0044543503493802797694)]
    [InlineData(0xFFFFFF0000000000, 5.960464655172042993e-8)]
    [InlineData(0xFFFFFFFF00000000, 2.328306436538696289e-10)]
    [InlineData(0xFFFFFFFFFFFFFC18, 5.4183003569963085557e-17)]
    [InlineData(0xFFFFFFFFFFFFFFFE, 8.1315162936412832554e-20)]
    [InlineData(0xFFFFFFFFFFFFFFFF, 2.7105054312137610851e-20)]
    public void Its_relative_error_is_below_1e_15(ulong word, double expected)
    {
        // Minus the logarithm of (word + ½)/2^64, computed with 60 digits.
        Assert.InRange(ExponentialVariate.Of(word), expected * (1 - 1e-15), expected * (1 + 1e-15));
    }

    [Fact]
    public void Several_at_a_time_are_to_the_last_bit_what_plain_arithmetic_gives_one_by_one()
    {
        var random = new SplitMix64(6);
        ulong[] edges = [0, 1, 2047, 2048, 2049, (1UL << 53) - 1, 1UL << 53, (1UL << 63) - 1, 1UL << 63, ulong.MaxValue - 1, ulong.MaxValue, 0xB504F333F9DE6484, 0xB504F333F9DE6485];
        var words = new ulong[Vector<ulong>.Count];
        for (int number = 0; number < 200_000; number++)
        {
            // All magnitudes, near 0, near the largest word, and near powers of two.
            ulong word = random.Next();
            ulong one = number < edges.Length ? edges[number] : word >> (number % 64);
            ulong[] different = [one, ~one, word, (1UL << (number % 64)) + (word >> 60)];
            for (int lane = 0; lane < words.Length; lane++)
            {
                words[lane] = different[(number + lane) % different.Length];
            }

            Vector<double> several = ExponentialVariate.Of(new Vector<ulong>(words));
            for (int lane = 0; lane < words.Length; lane++)
            {
                ulong expected = BitConverter.DoubleToUInt64Bits(OneByOne(words[lane]));
                Assert.Equal(expected, BitConverter.DoubleToUInt64Bits(several[lane]));
                Assert.Equal(expected, BitConverter.DoubleToUInt64Bits(ExponentialVariate.Of(words[lane])));
            }
        }
    }

    private static double OneByOne(ulong word)
    {
        // The distance of u from 0 or 1, the nearest double of an integer in units of 2^-65.
        bool isUpper = word >= 1UL << 63;
        double distance = NearestDouble(((UInt128)(isUpper ? ulong.MaxValue - word : word) * 2) + 1) / Math.Pow(2, 65);
        double scaled = isUpper ? 1 - distance : distance;
        int halvings = 0;
        while (scaled < BitConverter.UInt64BitsToDouble(0x3FE6A09E667F3BCD))
        {
            scaled *= 2;
            halvings++;
        }

        double fromOne = halvings == 0 ? distance : 1 - scaled;
        double s = fromOne / (2 - fromOne);
        double x = s * s;
        double y = x * x;
        double last = (0.15331721600556042 * x) + 0.18182889125261723 + (0.14616449685043406 * y);
        double middle = (last * y) + ((0.2222221113479508 * x) + 0.28571428625975487);
        double sum = (middle * y) + ((0.39999999999899505 * x) + 0.666666666666667);
        return (halvings * 0.693147180559945309417232121458) + (s * ((sum * x) + 2));
    }

    /// <summary>Rounds to 53 bits, to the even one of two that are equally near.</summary>
    private static double NearestDouble(UInt128 number)
    {
        int excess = Math.Max(0, 128 - (int)UInt128.LeadingZeroCount(number) - 53);
        UInt128 kept = number >> excess;
        UInt128 dropped = number - (kept << excess);
        UInt128 half = excess == 0 ? 0 : UInt128.One << (excess - 1);
        bool isUp = excess > 0 && (dropped > half || (dropped == half && (kept & 1) == 1));
        return (double)(long)(kept + (isUp ? 1u : 0u)) * Math.Pow(2, excess);
    }
}
