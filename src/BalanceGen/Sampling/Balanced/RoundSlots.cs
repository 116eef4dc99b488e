using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BalanceGen.Randomness;

namespace BalanceGen.Sampling;

/// <summary>
/// Random orders of few classes in rounds: for each round the slot of each class. Every order of a round is as probable as any other. Part of the draw format.
/// </summary>
internal static class RoundSlots
{
    /// <summary>More classes have a permutation without memory.</summary>
    public const int MostClasses = 256;

    /// <summary>Up to so many classes all orders are listed: 1, 2, 6, 24.</summary>
    private const int MostListed = 4;

    /// <summary>Up to so many classes the slots are the ranks of random keys, which costs the square of their number, but sixteen comparisons at a time.</summary>
    public const int MostRanked = 48;

    /// <summary>The greatest number of slots of a table. The more rounds there are, the more draws of a class come one after the other.</summary>
    public const int TableLength = 1024;

    private static readonly ulong[][] Listed = [.. Enumerable.Range(0, MostListed + 1).Select(ListOf)];

    /// <summary>The number of rounds that are made together.</summary>
    public static int RoundsPerTable(int classes) => Math.Max(1, (classes <= MostRanked ? TableLength : MostClasses) / classes);

    /// <summary>Writes the rounds of a table.</summary>
    /// <param name="slots">Receives for each round the slot of each class; <see cref="RoundsPerTable"/> rounds.</param>
    /// <param name="classes">The number of classes, of [1, <see cref="MostClasses"/>].</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="table">The number of the table.</param>
    [SkipLocalsInit]
    public static void Fill(Span<ushort> slots, int classes, long seed, ulong stream, ulong table)
    {
        if (classes <= MostListed)
        {
            FillListed(slots, classes, seed, stream, table);
        }
        else if (classes <= MostRanked)
        {
            FillRanked(slots, classes, seed, stream, table);
        }
        else
        {
            Span<int> values = stackalloc int[MostClasses];
            values = values[..slots.Length];
            FisherYates.Fill(values, classes, seed, stream, table);
            for (int index = 0; index < slots.Length; index++)
            {
                slots[index] = (ushort)values[index];
            }
        }
    }

    /// <summary>Four rounds for each word. An order has 2^64/24 of its values, give or take one for each of the four: a difference of less than 2^-40.</summary>
    [SkipLocalsInit]
    private static void FillListed(Span<ushort> slots, int classes, long seed, ulong stream, ulong table)
    {
        ulong[] orders = Listed[classes];
        int rounds = slots.Length / classes;
        Span<ulong> words = stackalloc ulong[TableLength / 4];
        words = words[..((rounds + 3) / 4)];
        new Xoshiro256x4(seed, stream, table).Fill(words);
        Span<ulong> packed = stackalloc ulong[TableLength + 4];
        for (int round = 0; round < rounds; round += 4)
        {
            ulong word = words[round / 4];
            packed[round] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
            packed[round + 1] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
            packed[round + 2] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
            packed[round + 3] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
        }

        if (classes == MostListed && BitConverter.IsLittleEndian)
        {
            packed[..rounds].CopyTo(MemoryMarshal.Cast<ushort, ulong>(slots));
            return;
        }

        for (int round = 0; round < rounds; round++)
        {
            ulong order = packed[round];
            foreach (ref ushort slot in slots.Slice(round * classes, classes))
            {
                slot = (ushort)order;
                order >>= 16;
            }
        }
    }

    /// <summary>The rank of each class by a key of 16 bits. Where two keys are equal the round is tried again, so that all orders remain equally probable.</summary>
    [SkipLocalsInit]
    private static void FillRanked(Span<ushort> slots, int classes, long seed, ulong stream, ulong table)
    {
        int vectors = (classes + Vector256<short>.Count - 1) / Vector256<short>.Count;
        var generator = new Xoshiro256x4(seed, stream, table);
        Span<short> keys = stackalloc short[MostRanked];
        Span<ushort> ranks = stackalloc ushort[MostRanked];
        ref short key = ref MemoryMarshal.GetReference(keys);
        int sum = classes * (classes - 1) / 2;
        Vector256<short> are0 = Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)classes));
        Vector256<short> are1 = Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)(classes - 16)));
        Vector256<short> are2 = Vector256.LessThan(Vector256<short>.Indices, Vector256.Create((short)(classes - 32)));
        while (!slots.IsEmpty)
        {
            Vector256<short> keys0 = generator.Next().AsInt16();
            Vector256<short> keys1 = vectors > 1 ? generator.Next().AsInt16() : default;
            Vector256<short> keys2 = vectors > 2 ? generator.Next().AsInt16() : default;
            keys0.StoreUnsafe(ref key);
            keys1.StoreUnsafe(ref key, 16);
            keys2.StoreUnsafe(ref key, 32);
            Vector256<short> ranks0 = default;
            Vector256<short> ranks1 = default;
            Vector256<short> ranks2 = default;
            for (int other = 0; other < classes; other++)
            {
                Vector256<short> of = Vector256.Create(Unsafe.Add(ref key, other));
                ranks0 -= Vector256.GreaterThan(keys0, of);
                ranks1 -= Vector256.GreaterThan(keys1, of);
                ranks2 -= Vector256.GreaterThan(keys2, of);
            }

            // Equal keys have equal ranks, which are less together.
            Vector256<short> ranked = (ranks0 & are0) + (ranks1 & are1) + (ranks2 & are2);
            if (Vector256.Sum(ranked) == sum)
            {
                ranks0.AsUInt16().CopyTo(ranks);
                ranks1.AsUInt16().CopyTo(ranks[16..]);
                ranks2.AsUInt16().CopyTo(ranks[32..]);
                ranks[..classes].CopyTo(slots);
                slots = slots[classes..];
            }
        }
    }

    /// <summary>All orders of up to four classes, the slot of class c in bits 16·c to 16·c + 15.</summary>
    private static ulong[] ListOf(int classes)
    {
        ulong[] orders = [0];
        for (int next = 0; next < classes; next++)
        {
            // Each slot that is not taken yet.
            int shift = 16 * next;
            orders = [.. orders.SelectMany(order => Enumerable.Range(0, classes)
                .Where(slot => Enumerable.Range(0, next).All(earlier => (int)((order >> (16 * earlier)) & 0xFFFF) != slot))
                .Select(slot => order | ((ulong)slot << shift)))];
        }

        return orders;
    }
}
