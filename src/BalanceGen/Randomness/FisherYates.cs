using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
            if (count == 2 && used < available)
            {
                int last = (int)(HalfWord(words, used++) >> 31);
                values[0] = 1 - last;
                values[1] = last;
                continue;
            }

            if (count != FourItems.Count || available - used < FourItems.Count - 1)
            {
                Shuffle(values[..count], values.Length, ref generator, words, ref used, ref available);
                continue;
            }

            // The same three choices as below. None of them is ever rejected: their bounds divide 2^32, but for 3, which leaves one word over.
            ulong second = HalfWord(words, used) * 2;
            ulong third = HalfWord(words, used + 1) * 3;
            ulong fourth = HalfWord(words, used + 2) * 4;
            if ((uint)third == 0)
            {
                Shuffle(values[..count], values.Length, ref generator, words, ref used, ref available);
                continue;
            }

            used += FourItems.Count - 1;
            FourItems.Order((int)(second >> 32), (int)(third >> 32), (int)(fourth >> 32)).CopyTo(values);
        }
    }

    /// <summary>Half of a word, the low half of each first.</summary>
    private static ulong HalfWord(ReadOnlySpan<ulong> words, int number) => (uint)(words[number >> 1] >> ((number & 1) << 5));

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
        ref int value = ref MemoryMarshal.GetReference(values);
        value = 0;
        for (int count = 2; count <= values.Length;)
        {
            if (used == available)
            {
                Span<ulong> needed = words[..Math.Min(WordsAtOnce, (ahead - count + 2) / 2)];
                generator.Fill(needed);
                used = 0;
                available = 2 * needed.Length;
            }

            for (int end = Math.Min(available, used + values.Length - count + 1); used < end; used++)
            {
                uint bound = (uint)count;
                ulong product = HalfWord(words, used) * bound;
                if ((uint)product < bound && (uint)product < (0u - bound) % bound)
                {
                    continue;
                }

                // A place is below the bound, and so in the values.
                ref int place = ref Unsafe.Add(ref value, (int)(product >> 32));
                Unsafe.Add(ref value, count - 1) = place;
                place = count - 1;
                count++;
            }
        }
    }

    /// <summary>The 24 orders of four items, which come often: in one load instead of six.</summary>
    private static class FourItems
    {
        public const int Count = 4;

        private static readonly int[] Orders = AllOrders();

        /// <summary>The order that the shuffle makes with the places that it chooses for the items 1, 2 and 3.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<int> Order(int second, int third, int fourth) =>
            Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(Orders), (nuint)(Count * (second + (2 * third) + (6 * fourth))));

        private static int[] AllOrders()
        {
            var orders = new int[24 * Count];
            for (int number = 0; number < 24; number++)
            {
                Span<int> order = orders.AsSpan(Count * number, Count);
                (int item, int[] places) = (1, [number % 2, number / 2 % 3, number / 6]);
                foreach (int place in places)
                {
                    order[item] = order[place];
                    order[place] = item++;
                }
            }

            return orders;
        }
    }
}
