using System.Runtime.CompilerServices;

namespace BalanceGen.Randomness;

/// <summary>The Fisher–Yates shuffle (Knuth, TAOCP 2, 3.4.2, algorithm P): every order has the same probability, also of very few items.</summary>
public static class FisherYates
{
    private const int WordsAtOnce = 128;

    /// <summary>Writes the numbers 0, 1, … length − 1 in the order that belongs to a key.</summary>
    /// <param name="values">Receives the numbers.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <remarks>O(length), allocates nothing. The bounded integers are unbiased (Lemire's method on 32-bit words).</remarks>
    public static void Fill(Span<int> values, long seed, ulong stream, ulong index) => Fill(values, Math.Max(1, values.Length), seed, stream, index);

    /// <summary>Writes independent permutations of 0, 1, … count − 1, one after the other, that together belong to a key.</summary>
    /// <param name="values">Receives the numbers; its length is a multiple of <paramref name="count"/>.</param>
    /// <param name="count">The number of items, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the group of permutations within the stream.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The length is not a multiple of <paramref name="count"/>.</exception>
    /// <remarks>O(length), allocates nothing. Cheaper than one call per permutation where there are few items.</remarks>
    [SkipLocalsInit]
    public static void Fill(Span<int> values, int count, long seed, ulong stream, ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (values.Length % count != 0)
        {
            throw new ArgumentException($"The length {values.Length} is not a multiple of the {count} items.", nameof(values));
        }

        var generator = new Xoshiro256x4(seed, stream, index);
        Span<ulong> words = stackalloc ulong[WordsAtOnce];
        int used = 0;
        int available = 0;
        for (; !values.IsEmpty; values = values[count..])
        {
            Shuffle(values[..count], values.Length, ref generator, words, ref used, ref available);
        }
    }

    /// <summary>Writes one permutation.</summary>
    /// <param name="values">Receives it.</param>
    /// <param name="ahead">How many values are still to be written, these included: about as many half words will be used.</param>
    /// <param name="generator">The generator.</param>
    /// <param name="words">Random words.</param>
    /// <param name="used">How many half words were used.</param>
    /// <param name="available">How many half words there are.</param>
    private static void Shuffle(
        Span<int> values, int ahead, ref Xoshiro256x4 generator, Span<ulong> words, ref int used, ref int available)
    {
        values[0] = 0;
        for (int count = 2; count <= values.Length; count++)
        {
            uint bound = (uint)count;
            ulong product;
            do
            {
                if (used == available)
                {
                    Span<ulong> needed = words[..Math.Min(WordsAtOnce, (ahead - count + 2) / 2)];
                    generator.Fill(needed);
                    used = 0;
                    available = 2 * needed.Length;
                }

                // The low half of each word first.
                product = (uint)(words[used >> 1] >> ((used & 1) << 5)) * (ulong)bound;
                used++;
            }
            while ((uint)product < bound && (uint)product < (0u - bound) % bound);

            int place = (int)(product >> 32);
            values[count - 1] = values[place];
            values[place] = count - 1;
        }
    }
}
