using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>The numbers that belong to four words, the same as one by one; only with AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Of(Vector256<ulong> words)
    {
        // The leading 53 bits are a double without rounding; its exponent tells the number of zeros before them, unless they are all zero.
        Vector256<ulong> leading = words >>> 11;
        if (Vector256.EqualsAny(leading, Vector256<ulong>.Zero))
        {
            return Vector256.Create(Of(words[0]), Of(words[1]), Of(words[2]), Of(words[3]));
        }

        Vector256<ulong> zeros = Vector256.Create(52 + 1023UL) - (ToDouble(leading).AsUInt64() >>> 52);

        // A shift by 64 and more gives 0; without zeros the bit that it would set is set already.
        Vector256<ulong> mantissa = Avx2.ShiftLeftLogicalVariable(words, zeros) | Avx2.ShiftLeftLogicalVariable(Vector256<ulong>.One, zeros - Vector256<ulong>.One);
        Vector256<double> distance = (ToDouble(~mantissa) + Vector256.Create(0.5)) * Vector256.Create(Unit);
        Vector256<double> isNear = Vector256.LessThanOrEqual(distance, Vector256.Create(HalfWay));
        Vector256<double> one = Vector256<double>.One;
        Vector256<double> twice = distance + distance;
        Vector256<double> numerator = Vector256.ConditionalSelect(isNear, distance, one - twice);
        Vector256<double> denominator = Vector256.ConditionalSelect(isNear, Vector256.Create(2.0) - distance, Vector256.Create(3.0) - twice);
        Vector256<double> tangent = InverseTangent(numerator / denominator);
        Vector256<double> halvings = ToDouble(zeros) + Vector256.AndNot(one, isNear);

        // A sign bit makes a sum a difference.
        Vector256<double> sign = Vector256.AndNot(Vector256.Create(-0.0), isNear);
        return (halvings * Vector256.Create(Ln2)) + (tangent ^ sign);
    }

    /// <summary>The nearest doubles of whole numbers: the halves are written into mantissas, from which the sum takes what is too much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ToDouble(Vector256<ulong> numbers)
    {
        const ulong twoTo52 = 0x4330000000000000;
        const ulong twoTo84 = 0x4530000000000000;
        const ulong twoTo84And52 = 0x4530000000100000;
        Vector256<double> high = ((numbers >>> 32) | Vector256.Create(twoTo84)).AsDouble();
        Vector256<double> low = ((numbers & Vector256.Create((ulong)uint.MaxValue)) | Vector256.Create(twoTo52)).AsDouble();
        return high - Vector256.Create(twoTo84And52).AsDouble() + low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> InverseTangent(Vector256<double> s)
    {
        Vector256<double> square = s * s;
        Vector256<double> sum = Vector256.Create(1.0 / 21);
        sum = (sum * square) + Vector256.Create(1.0 / 19);
        sum = (sum * square) + Vector256.Create(1.0 / 17);
        sum = (sum * square) + Vector256.Create(1.0 / 15);
        sum = (sum * square) + Vector256.Create(1.0 / 13);
        sum = (sum * square) + Vector256.Create(1.0 / 11);
        sum = (sum * square) + Vector256.Create(1.0 / 9);
        sum = (sum * square) + Vector256.Create(1.0 / 7);
        sum = (sum * square) + Vector256.Create(1.0 / 5);
        sum = (sum * square) + Vector256.Create(1.0 / 3);
        return (s + s) * ((sum * square) + Vector256<double>.One);
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
