using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace BalanceGen.Classes;

/// <content>Vectors of floating-point numbers, with a tolerance for soft labels.</content>
public static partial class OneHot
{
    /// <summary>The class index of a one-hot vector of <see cref="float"/>.</summary>
    /// <param name="label">One element per class. An empty one has no hot element.</param>
    /// <param name="tolerance">
    /// How far from 1 a hot and from 0 a cold element may be, of [0, 0.5): 0.1 accepts a smoothed label of 0.9 and 0.1. Both bounds
    /// are inside: 1 − tolerance and 1 + tolerance, as the element's type rounds them.
    /// </param>
    /// <returns>
    /// The position of the hot element; <see cref="NoneHot"/>; <see cref="MultiHot"/>; or <see cref="ClassIndex.Unknown"/> where an
    /// element is neither hot nor cold, such as NaN.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is outside that range or NaN.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(ReadOnlySpan<float> label, float tolerance = 0)
    {
        if (!(tolerance is >= 0 and < 0.5f))
        {
            ThrowTolerance(tolerance);
        }

        return IndexOfFloating(label, tolerance);
    }

    /// <summary>The class index of a one-hot vector of <see cref="double"/>.</summary>
    /// <inheritdoc cref="IndexOf(ReadOnlySpan{float}, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int IndexOf(ReadOnlySpan<double> label, double tolerance = 0)
    {
        if (!(tolerance is >= 0 and < 0.5))
        {
            ThrowTolerance(tolerance);
        }

        return IndexOfFloating(label, tolerance);
    }

    /// <summary>The class index of a one-hot vector of <see cref="Half"/>, compared as <see cref="float"/>. Not vectorised.</summary>
    /// <inheritdoc cref="IndexOf(ReadOnlySpan{float}, float)"/>
    public static int IndexOf(ReadOnlySpan<Half> label, float tolerance = 0)
    {
        if (!(tolerance is >= 0 and < 0.5f))
        {
            ThrowTolerance(tolerance);
        }

        int hot = NoneHot;
        bool isUnknown = false;
        for (int index = 0; index < label.Length; index++)
        {
            float element = (float)label[index];
            if (IsHot(element, tolerance))
            {
                hot = hot == NoneHot ? index : MultiHot;
            }
            else
            {
                isUnknown |= !IsCold(element, tolerance);
            }
        }

        return isUnknown ? ClassIndex.Unknown : hot;
    }

    /// <summary>The position of the first hot element of <see cref="float"/>s, for labels of which several may be hot.</summary>
    /// <inheritdoc cref="IndexOf(ReadOnlySpan{float}, float)"/>
    /// <returns>The position; <see cref="NoneHot"/>; or <see cref="ClassIndex.Unknown"/> where an element is neither hot nor cold.</returns>
    public static int FirstHot(ReadOnlySpan<float> label, float tolerance = 0)
    {
        int index = IndexOf(label, tolerance);
        return index == MultiHot ? FirstHotOf(label, tolerance) : index;
    }

    /// <summary>The position of the first hot element of <see cref="double"/>s, for labels of which several may be hot.</summary>
    /// <inheritdoc cref="FirstHot(ReadOnlySpan{float}, float)"/>
    public static int FirstHot(ReadOnlySpan<double> label, double tolerance = 0)
    {
        int index = IndexOf(label, tolerance);
        return index == MultiHot ? FirstHotOf(label, tolerance) : index;
    }

    /// <summary>The position of the first hot element of <see cref="Half"/>s, for labels of which several may be hot.</summary>
    /// <inheritdoc cref="FirstHot(ReadOnlySpan{float}, float)"/>
    public static int FirstHot(ReadOnlySpan<Half> label, float tolerance = 0)
    {
        int index = IndexOf(label, tolerance);
        while (index == MultiHot || (index >= 0 && !IsHot((float)label[index], tolerance)))
        {
            index = Math.Max(0, index + 1);
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOfFloating<T>(ReadOnlySpan<T> label, T tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // One vector of elements is common (8 classes of float, 4 of double) and small enough to be inlined.
        if (Vector256.IsHardwareAccelerated && label.Length == Vector256<T>.Count)
        {
            Vector256<T> block = Vector256.LoadUnsafe(ref At(label));
            uint notCold = NotColdLanes(block, tolerance);
            if (BitOperations.IsPow2(notCold) && (HotLanes(block, tolerance) & notCold) != 0)
            {
                return BitOperations.TrailingZeroCount(notCold);
            }
        }

        return Search(label, tolerance);
    }

    private static int Search<T>(ReadOnlySpan<T> label, T tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int position = 0;
        int hot = NoneHot;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; position <= label.Length - Vector256<T>.Count; position += Vector256<T>.Count)
            {
                Vector256<T> block = Vector256.LoadUnsafe(ref At(label), (nuint)position);
                uint notCold = NotColdLanes(block, tolerance);
                if (notCold == 0)
                {
                    continue;
                }

                if ((notCold & ~HotLanes(block, tolerance)) != 0)
                {
                    return ClassIndex.Unknown;
                }

                hot = hot == NoneHot && BitOperations.IsPow2(notCold)
                    ? position + BitOperations.TrailingZeroCount(notCold)
                    : MultiHot;
            }
        }

        for (; position < label.Length; position++)
        {
            T element = label[position];
            if (IsCold(element, tolerance))
            {
                continue;
            }

            if (!IsHot(element, tolerance))
            {
                return ClassIndex.Unknown;
            }

            hot = hot == NoneHot ? position : MultiHot;
        }

        return hot;
    }

    private static int FirstHotOf<T>(ReadOnlySpan<T> label, T tolerance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int index = 0;
        while (!IsHot(label[index], tolerance))
        {
            index++;
        }

        return index;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsCold<T>(T element, T tolerance)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Abs(element) <= tolerance;

    // Not |element - 1| <= tolerance: 1 - 0.9f is a little more than 0.1f, while 1 - 0.1f is 0.9f.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsHot<T>(T element, T tolerance)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        element >= T.One - tolerance && element <= T.One + tolerance;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NotColdLanes<T>(Vector256<T> block, T tolerance)
        where T : unmanaged =>
        (~Vector256.LessThanOrEqual(Vector256.Abs(block), Vector256.Create(tolerance))).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint HotLanes<T>(Vector256<T> block, T tolerance)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (Vector256.GreaterThanOrEqual(block, Vector256.Create(T.One - tolerance))
            & Vector256.LessThanOrEqual(block, Vector256.Create(T.One + tolerance))).ExtractMostSignificantBits();

    [DoesNotReturn]
    private static void ThrowTolerance(double tolerance) =>
        throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be of [0, 0.5).");
}
