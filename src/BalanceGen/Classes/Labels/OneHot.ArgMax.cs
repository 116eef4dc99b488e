using System.Numerics;
using System.Runtime.Intrinsics;

namespace BalanceGen.Classes;

/// <content>Vectors of scores, of which the largest wins.</content>
public static partial class OneHot
{
    /// <summary>The position of the largest of a row's scores, such as the probabilities of its classes.</summary>
    /// <typeparam name="T">The number type; <see cref="Half"/> is not vectorised.</typeparam>
    /// <param name="scores">One score per class. +0 and −0 are equal; infinities are scores like any other.</param>
    /// <param name="isTied">Whether another class has the same score; the position is then that of the first.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/> where there is no score or one of them is NaN.</returns>
    public static int ArgMax<T>(ReadOnlySpan<T> scores, out bool isTied)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        isTied = false;
        if (scores.IsEmpty || !TryMax(scores, out T largest))
        {
            return ClassIndex.Unknown;
        }

        int first = IndexOfEqual(scores, largest, 0);
        isTied = IndexOfEqual(scores, largest, first + 1) < scores.Length;
        return first;
    }

    /// <summary>The position of the largest of a row's scores, where a tie has no winner.</summary>
    /// <typeparam name="T">The number type; <see cref="Half"/> is not vectorised.</typeparam>
    /// <param name="scores">One score per class. +0 and −0 are equal; infinities are scores like any other.</param>
    /// <returns>
    /// The position; <see cref="MultiHot"/> where several classes have the largest score; or <see cref="ClassIndex.Unknown"/> where
    /// there is no score or one of them is NaN.
    /// </returns>
    public static int ArgMax<T>(ReadOnlySpan<T> scores)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        int first = ArgMax(scores, out bool isTied);
        return isTied ? MultiHot : first;
    }

    private static bool TryMax<T>(ReadOnlySpan<T> scores, out T largest)
        where T : unmanaged, INumber<T>
    {
        largest = scores[0];
        int position = 0;
        if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported && scores.Length >= Vector256<T>.Count)
        {
            Vector256<T> best = Vector256.LoadUnsafe(ref At(scores));
            Vector256<T> areNumbers = Vector256.Equals(best, best);
            for (position = Vector256<T>.Count; position <= scores.Length - Vector256<T>.Count; position += Vector256<T>.Count)
            {
                Vector256<T> block = Vector256.LoadUnsafe(ref At(scores), (nuint)position);
                areNumbers &= Vector256.Equals(block, block);
                best = Vector256.ConditionalSelect(Vector256.GreaterThan(block, best), block, best);
            }

            if (areNumbers.ExtractMostSignificantBits() != Vector256<T>.AllBitsSet.ExtractMostSignificantBits())
            {
                return false;
            }

            for (int lane = 0; lane < Vector256<T>.Count; lane++)
            {
                largest = best[lane] > largest ? best[lane] : largest;
            }
        }

        for (; position < scores.Length; position++)
        {
            if (T.IsNaN(scores[position]))
            {
                return false;
            }

            largest = scores[position] > largest ? scores[position] : largest;
        }

        return true;
    }

    /// <summary>The first position at or after another with that score, or the number of scores.</summary>
    private static int IndexOfEqual<T>(ReadOnlySpan<T> scores, T score, int position)
        where T : unmanaged, INumber<T>
    {
        if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
        {
            for (; position <= scores.Length - Vector256<T>.Count; position += Vector256<T>.Count)
            {
                uint equal = Vector256.Equals(Vector256.LoadUnsafe(ref At(scores), (nuint)position), Vector256.Create(score))
                    .ExtractMostSignificantBits();
                if (equal != 0)
                {
                    return position + BitOperations.TrailingZeroCount(equal);
                }
            }
        }

        while (position < scores.Length && scores[position] != score)
        {
            position++;
        }

        return position;
    }
}
