namespace BalanceGen.Randomness;

/// <summary>Unbiased integers below a bound (Lemire, Fast random integer generation in an interval, ACM TOMACS 29, 2019).</summary>
public static class BoundedInteger
{
    /// <summary>An integer that is uniform over [0, bound).</summary>
    /// <typeparam name="TWords">The source of random words.</typeparam>
    /// <param name="words">The source; one word is taken, more with the probability bound/2^64.</param>
    /// <param name="bound">The number of values, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is 0.</exception>
    /// <remarks>O(1), allocates nothing.</remarks>
    public static ulong Below<TWords>(ref TWords words, ulong bound)
        where TWords : struct, IRandomWords
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        ulong value = Math.BigMul(words.Next(), bound, out ulong fraction);
        if (fraction < bound)
        {
            // The 2^64 mod bound lowest fractions are surplus; the division is needed only for a fraction below the bound.
            ulong surplus = (0UL - bound) % bound;
            while (fraction < surplus)
            {
                value = Math.BigMul(words.Next(), bound, out fraction);
            }
        }

        return value;
    }
}
