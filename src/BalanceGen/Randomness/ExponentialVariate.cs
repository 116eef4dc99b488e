using System.Numerics;

namespace BalanceGen.Randomness;

/// <summary>Exponentially distributed numbers with the mean 1, −ln u for a uniform u, from one random word.</summary>
/// <remarks>
/// Additions, multiplications and divisions only: IEEE 754 fixes their results to the last bit, while a C library's logarithm
/// differs between systems. The relative error is below 1e-15, also near 0, where 1 − u is what is known exactly.
/// Allocates nothing, thread-safe.
/// </remarks>
public static class ExponentialVariate
{
    private const double Ln2 = 0.693147180559945309417232121458;

    /// <summary>1 − √½: the mantissa's distance from 1 at which the next power of two is nearer.</summary>
    private const double HalfWay = 0.29289321881345248;

    private const double Unit = 1.0 / (1UL << 32) / (1UL << 32);

    /// <summary>The number that belongs to a word: greater words give smaller numbers.</summary>
    /// <param name="word">A uniform word.</param>
    /// <returns>A finite number of (0, 46).</returns>
    public static double Of(ulong word)
    {
        // u = (word + ½)/2^64 = (1 − distance)·2^−zeros with the distance of (0, ½]. The ½ is the bit below the word's last; shift counts are modulo 64, so
        // that without leading zeros it falls on the first bit, which is set.
        int zeros = BitOperations.LeadingZeroCount(word);
        ulong mantissa = (word << zeros) | (1UL << (zeros - 1));
        double distance = ((long)~mantissa + 0.5) * Unit;
        return distance <= HalfWay
            ? (zeros * Ln2) + InverseTangent(distance / (2 - distance))
            : ((zeros + 1) * Ln2) - InverseTangent((1 - (2 * distance)) / (3 - (2 * distance)));
    }

    /// <summary>2·artanh(s) = ln((1 + s)/(1 − s)) by its series, for |s| up to 0.172.</summary>
    private static double InverseTangent(double s)
    {
        double square = s * s;
        double sum = 1.0 / 21;
        sum = (sum * square) + (1.0 / 19);
        sum = (sum * square) + (1.0 / 17);
        sum = (sum * square) + (1.0 / 15);
        sum = (sum * square) + (1.0 / 13);
        sum = (sum * square) + (1.0 / 11);
        sum = (sum * square) + (1.0 / 9);
        sum = (sum * square) + (1.0 / 7);
        sum = (sum * square) + (1.0 / 5);
        sum = (sum * square) + (1.0 / 3);
        return 2 * s * ((sum * square) + 1);
    }
}
