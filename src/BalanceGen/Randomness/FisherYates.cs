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
    [SkipLocalsInit]
    public static void Fill(Span<int> values, long seed, ulong stream, ulong index)
    {
        var generator = new Xoshiro256x4(seed, stream, index);
        Span<ulong> words = stackalloc ulong[WordsAtOnce];
        int used = 0;
        int available = 0;
        if (!values.IsEmpty)
        {
            values[0] = 0;
        }

        for (int count = 2; count <= values.Length; count++)
        {
            uint bound = (uint)count;
            ulong product;
            do
            {
                if (used == available)
                {
                    Span<ulong> needed = words[..Math.Min(WordsAtOnce, (values.Length - count + 2) / 2)];
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
