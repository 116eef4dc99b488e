using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace BalanceGen.Classes;

/// <summary>Reads the class index out of a one-hot vector: one element per class, of which exactly one is hot.</summary>
/// <remarks>
/// An element is hot if it is 1 and cold if it is 0. Every method reads the whole vector, so it always finds a second hot element or an element that is neither. It uses
/// vector hardware if there is any. The results are the same without.
/// No allocation; O(classes); thread-safe.
/// </remarks>
public static partial class OneHot
{
    /// <summary>The result for a vector whose elements are all cold.</summary>
    public const int NoneHot = -3;

    /// <summary>The result for a vector with several hot elements, or with several largest scores.</summary>
    public const int MultiHot = -4;

    /// <summary>The most elements that a description spells out.</summary>
    private const int ElementsShown = 16;

    /// <summary>The class index of a one-hot vector of booleans.</summary>
    /// <param name="label">One element per class. An empty one has no hot element.</param>
    /// <returns>The position of the hot element, <see cref="NoneHot"/> or <see cref="MultiHot"/>.</returns>
    public static int IndexOf(ReadOnlySpan<bool> label)
    {
        int first = label.IndexOf(true);
        if (first < 0)
        {
            return NoneHot;
        }

        return label[(first + 1)..].Contains(true) ? MultiHot : first;
    }

    /// <summary>The class index of a one-hot vector of integers.</summary>
    /// <typeparam name="T">The integer type, such as <see cref="byte"/> or <see cref="int"/>.</typeparam>
    /// <param name="label">One element per class. An empty one has no hot element.</param>
    /// <returns>
    /// The position of the hot element; <see cref="NoneHot"/>; <see cref="MultiHot"/>; or <see cref="ClassIndex.Unknown"/> where an
    /// element is neither 0 nor 1.
    /// </returns>
    public static int IndexOf<T>(ReadOnlySpan<T> label)
        where T : unmanaged, IBinaryInteger<T>
    {
        int first = label.IndexOfAnyExcept(T.Zero);
        if (first < 0)
        {
            return NoneHot;
        }

        return label[first] == T.One && label[(first + 1)..].IndexOfAnyExcept(T.Zero) < 0
            ? first
            : label.IndexOfAnyExcept(T.Zero, T.One) < 0 ? MultiHot : ClassIndex.Unknown;
    }

    /// <summary>The vector as text, for error messages. Allocates.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="label">One element per class; the first 16 are spelled out.</param>
    public static string Describe<T>(ReadOnlySpan<T> label)
        where T : struct
    {
        var text = new StringBuilder("[");
        for (int index = 0; index < Math.Min(label.Length, ElementsShown); index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(index == 0 ? "" : ", ")}{label[index]}");
        }

        string rest = label.Length > ElementsShown
            ? string.Create(CultureInfo.InvariantCulture, $", … ({label.Length} elements)")
            : "";
        return text.Append(rest).Append(']').ToString();
    }

    /// <summary>The position of the first hot element of booleans, for labels of which several may be hot.</summary>
    /// <param name="label">One element per class.</param>
    /// <returns>The position, or <see cref="NoneHot"/>.</returns>
    public static int FirstHot(ReadOnlySpan<bool> label)
    {
        int first = label.IndexOf(true);
        return first < 0 ? NoneHot : first;
    }

    /// <summary>The position of the first hot element of integers, for labels of which several may be hot.</summary>
    /// <typeparam name="T">The integer type.</typeparam>
    /// <param name="label">One element per class.</param>
    /// <returns>The position; <see cref="NoneHot"/>; or <see cref="ClassIndex.Unknown"/> where an element is neither 0 nor 1.</returns>
    public static int FirstHot<T>(ReadOnlySpan<T> label)
        where T : unmanaged, IBinaryInteger<T> =>
        IndexOf(label) switch
        {
            MultiHot => label.IndexOf(T.One),
            int index => index,
        };

    /// <summary>The positions of all hot elements of booleans.</summary>
    /// <param name="label">One element per class.</param>
    /// <param name="positions">Where the positions go, in ascending order; at least as long as the vector.</param>
    /// <returns>The number of hot elements.</returns>
    /// <exception cref="IndexOutOfRangeException">The destination is too short.</exception>
    public static int AllHot(ReadOnlySpan<bool> label, Span<int> positions)
    {
        int length = 0;
        for (int position = 0; position < label.Length; position++)
        {
            if (label[position])
            {
                positions[length++] = position;
            }
        }

        return length;
    }

    /// <summary>The positions of all hot elements of numbers.</summary>
    /// <typeparam name="T">The number type.</typeparam>
    /// <param name="label">One element per class.</param>
    /// <param name="positions">Where the positions go, in ascending order; at least as long as the vector.</param>
    /// <param name="tolerance">How far from 1 a hot and from 0 a cold element may be, of [0, 0.5).</param>
    /// <returns>The number of hot elements, or <see cref="ClassIndex.Unknown"/> where an element is neither hot nor cold.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tolerance"/> is outside that range or NaN.</exception>
    /// <exception cref="IndexOutOfRangeException">The destination is too short.</exception>
    public static int AllHot<T>(ReadOnlySpan<T> label, Span<int> positions, T tolerance = default)
        where T : unmanaged, INumber<T>
    {
        if (!(tolerance >= T.Zero && tolerance + tolerance < T.One))
        {
            ThrowTolerance(double.CreateChecked(tolerance));
        }

        int length = 0;
        for (int position = 0; position < label.Length; position++)
        {
            T element = label[position];
            if (element >= T.One - tolerance && element <= T.One + tolerance)
            {
                positions[length++] = position;
            }
            else if (!(element <= tolerance && element >= -tolerance))
            {
                return ClassIndex.Unknown;
            }
        }

        return length;
    }

    private static ref T At<T>(ReadOnlySpan<T> span) => ref MemoryMarshal.GetReference(span);
}
