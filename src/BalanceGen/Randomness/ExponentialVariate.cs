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
    private const double TwoTo20 = 1 << 20;
    private const double TwoToMinus13 = 1.0 / (1 << 13);
    private const double TwoTo52 = 1L << 52;

    private const ulong LowerHalfAndOne = (1UL << 33) - 1;
    private const ulong OneBits = 0x3FF0000000000000;
    private const ulong MantissaBits = (1UL << 52) - 1;

    /// <summary>√½: a number of [√½, √2) is nearer to 1 than to another power of two.</summary>
    private const ulong HalfRootBits = 0x3FE6A09E667F3BCD;

    /// <summary>The number that belongs to a word: greater words give smaller numbers, or equal ones.</summary>
    /// <param name="word">A uniform word.</param>
    /// <returns>A finite number of (0, 46).</returns>
    public static double Of(ulong word) => Of(new Vector<ulong>(word))[0];

    /// <summary>The numbers that belong to several words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> Of(Vector<ulong> words)
    {
        // u = (word + ½)/2^64. The distance of u from the nearer of 0 and 1 is rounded only once. To this end its upper and its lower 32 bits
        // are written into the mantissas of 2^20 and of 2^-13, the lower ones with the ½. The sum then takes 2^20 and 2^-13 away again.
        Vector<ulong> isUpper = Vector.LessThan(words.As<ulong, long>(), Vector<long>.Zero).As<long, ulong>();
        Vector<ulong> near = words ^ isUpper;
        Vector<double> high = ((near >>> 32) | BitsOf(TwoTo20)).As<ulong, double>();
        Vector<double> low = (((near << 1) & new Vector<ulong>(LowerHalfAndOne)) | BitsOf(TwoToMinus13) | Vector<ulong>.One).As<ulong, double>();
        Vector<double> distance = high - new Vector<double>(TwoTo20 + TwoToMinus13) + low;
        Vector<double> uniform = Vector.ConditionalSelect(isUpper.As<ulong, double>(), Vector<double>.One - distance, distance);

        // u = scaled·2^-halvings with scaled in [√½, √2). Where nothing was halved, 1 − u is known better than from u.
        Vector<ulong> shifted = uniform.As<double, ulong>() + new Vector<ulong>(OneBits - HalfRootBits);
        Vector<ulong> exponents = shifted >>> 52;
        Vector<double> scaled = ((shifted & new Vector<ulong>(MantissaBits)) + new Vector<ulong>(HalfRootBits)).As<ulong, double>();
        Vector<double> halvings = new Vector<double>(TwoTo52 + 1023) - (exponents | BitsOf(TwoTo52)).As<ulong, double>();
        Vector<ulong> isWhole = Vector.Equals(exponents, new Vector<ulong>(1023));
        Vector<double> fromOne = Vector.ConditionalSelect(isWhole.As<ulong, double>(), distance, Vector<double>.One - scaled);

        // −ln(1 − f) = 2·artanh(s) with s = f/(2 − f), |s| below 0.172.
        Vector<double> s = fromOne / (new Vector<double>(2.0) - fromOne);
        return (halvings * new Vector<double>(Ln2)) + (s * TwiceInverseTangentBy(s * s));
    }

    /// <summary>2·artanh(s)/s by its square: a polynomial with an error below 5e-18 up to 0.0295.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> TwiceInverseTangentBy(Vector<double> square)
    {
        // In pairs, which do not wait for each other.
        Vector<double> fourth = square * square;
        Vector<double> sum = (new Vector<double>(0.15331721600556042) * square) + new Vector<double>(0.18182889125261723);
        sum += new Vector<double>(0.14616449685043406) * fourth;
        sum = (sum * fourth) + ((new Vector<double>(0.2222221113479508) * square) + new Vector<double>(0.28571428625975487));
        sum = (sum * fourth) + ((new Vector<double>(0.39999999999899505) * square) + new Vector<double>(0.666666666666667));
        return (sum * square) + new Vector<double>(2.0);
    }

    private static Vector<ulong> BitsOf(double number) => new(BitConverter.DoubleToUInt64Bits(number));
}
