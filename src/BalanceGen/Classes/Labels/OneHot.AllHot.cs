using System.Numerics;

namespace BalanceGen.Classes;

/// <content>Vectors of which any number of elements may be hot.</content>
public static partial class OneHot
{
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
}
