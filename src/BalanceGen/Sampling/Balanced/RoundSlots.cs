using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BalanceGen.Sampling;

/// <summary>
/// Random orders of few classes in rounds: for each class its draw in each round of a table, counted from the table's first draw. All
/// orders of a round are equally probable. Part of the draw format.
/// </summary>
internal static class RoundSlots
{
    /// <summary>More classes have a permutation without memory.</summary>
    public const int MostClasses = 256;

    /// <summary>Up to so many classes the slots are the ranks of random keys, which costs the square of their number, but for sixteen rounds at a time.</summary>
    public const int MostRanked = 48;

    /// <summary>Up to so many classes all orders are listed: 1, 2, 6, 24.</summary>
    private const int MostListed = 4;

    /// <summary>About how many draws are in a table. The more rounds there are, the more draws of a class come one after the other.</summary>
    private const int DrawsWanted = 1024;

    /// <summary>Rounds that are ranked together: one in each lane.</summary>
    private const int Lanes = 16;

    /// <summary>Of sixteen rounds one may have equal keys without another sixteen being needed.</summary>
    private const int RoundsOfRanking = Lanes - 1;

    private static readonly ulong[][] Listed = [.. Enumerable.Range(0, MostListed + 1).Select(ListOf)];

    /// <summary>The number of rounds that are made together.</summary>
    public static int RoundsPerTable(int classes) => classes switch
    {
        <= MostListed => DrawsWanted / classes,
        <= MostRanked => RoundsOfRanking * Math.Max(2, (DrawsWanted + (RoundsOfRanking * classes / 2)) / (RoundsOfRanking * classes)),
        _ => MostClasses / classes,
    };

    /// <summary>From the draws of one class to those of the next. There is room for whole vectors, whose last lanes have no meaning.</summary>
    public static int Stride(int classes) => RoundsPerTable(classes) + Lanes;

    /// <summary>Writes the rounds of a table.</summary>
    /// <param name="draws">Receives for each class, a <see cref="Stride"/> apart, its draw in each round.</param>
    /// <param name="classes">The number of classes, of [1, <see cref="MostClasses"/>].</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="table">The number of the table.</param>
    public static void Fill(Span<ushort> draws, int classes, long seed, ulong stream, ulong table)
    {
        if (classes <= MostListed)
        {
            FillListed(draws, classes, seed, stream, table);
        }
        else if (classes <= MostRanked)
        {
            FillRanked(draws, classes, seed, stream, table);
        }
        else
        {
            FillShuffled(draws, classes, seed, stream, table);
        }
    }

    [SkipLocalsInit]
    private static void FillShuffled(Span<ushort> draws, int classes, long seed, ulong stream, ulong table)
    {
        int rounds = RoundsPerTable(classes);
        Span<int> values = stackalloc int[MostClasses];
        values = values[..(rounds * classes)];
        FisherYates.Fill(values, classes, seed, stream, table);
        for (int place = 0; place < classes; place++)
        {
            for (int round = 0; round < rounds; round++)
            {
                draws[(place * Stride(classes)) + round] = (ushort)((round * classes) + values[(round * classes) + place]);
            }
        }
    }

    /// <summary>Four rounds for each word. An order has 2^64/24 of its values, give or take one for each of the four: a difference of less than 2^-40.</summary>
    [SkipLocalsInit]
    private static void FillListed(Span<ushort> draws, int classes, long seed, ulong stream, ulong table)
    {
        ulong[] orders = Listed[classes];
        int rounds = RoundsPerTable(classes);
        Span<ulong> words = stackalloc ulong[DrawsWanted / 4];
        words = words[..((rounds + 3) / 4)];
        new Xoshiro256x4(seed, stream, table).Fill(words);
        Span<ulong> packed = stackalloc ulong[DrawsWanted + Lanes];
        for (int round = 0; round < rounds; round += 4)
        {
            ulong word = words[round / 4];
            packed[round] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
            packed[round + 1] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
            packed[round + 2] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
            packed[round + 3] = orders[Math.BigMul(word, (ulong)orders.Length, out word)];
        }

        for (int place = 0; place < classes; place++)
        {
            Span<ushort> ofClass = draws.Slice(place * Stride(classes), Stride(classes));
            Vector256<ushort> first = FirstOfRounds(classes, 0);
            for (int round = 0; round < rounds; round += Lanes)
            {
                (Unpack(packed.Slice(round, Lanes), 16 * place) + first).CopyTo(ofClass[round..]);
                first += Vector256.Create((ushort)(Lanes * classes));
            }
        }
    }

    /// <summary>The first draws of sixteen rounds.</summary>
    private static Vector256<ushort> FirstOfRounds(int classes, int round) =>
        (Vector256<ushort>.Indices + Vector256.Create((ushort)round)) * Vector256.Create((ushort)classes);

    /// <summary>A slot of each of sixteen orders.</summary>
    private static Vector256<ushort> Unpack(ReadOnlySpan<ulong> packed, int shift)
    {
        Vector256<ulong> mask = Vector256.Create((ulong)ushort.MaxValue);
        Vector256<uint> first = Vector256.Narrow(
            (Vector256.Create(packed) >>> shift) & mask, (Vector256.Create(packed[4..]) >>> shift) & mask);
        Vector256<uint> second = Vector256.Narrow(
            (Vector256.Create(packed[8..]) >>> shift) & mask, (Vector256.Create(packed[12..]) >>> shift) & mask);
        return Vector256.Narrow(first, second);
    }

    /// <summary>The rank of each class by a key of 16 bits, sixteen rounds at a time. A round with equal keys is left out, so that all orders remain equally probable.</summary>
    [SkipLocalsInit]
    private static void FillRanked(Span<ushort> draws, int classes, long seed, ulong stream, ulong table)
    {
        int rounds = RoundsPerTable(classes);
        int stride = Stride(classes);
        var generator = new Xoshiro256x4(seed, stream, table);
        Span<short> keys = stackalloc short[MostRanked * Lanes];
        Span<short> ranks = stackalloc short[(MostRanked + 1) * Lanes];
        for (int filled = 0; filled < rounds;)
        {
            generator.Fill(MemoryMarshal.Cast<short, ulong>(keys[..(classes * Lanes)]));
            uint valid = Rank(keys, ranks, classes);
            for (int lane = 0; lane < Lanes && filled < rounds;)
            {
                // Neighbouring rounds go together; what is written beyond them is written over by the next ones, or has no meaning.
                int together = BitOperations.TrailingZeroCount(~(valid >> lane));
                if (together > 0)
                {
                    Copy(ranks[lane..], draws[filled..], classes, stride, FirstOfRounds(classes, filled));
                }

                filled += together;
                lane += together + 1;
            }
        }
    }

    private static void Copy(ReadOnlySpan<short> ranks, Span<ushort> draws, int classes, int stride, Vector256<ushort> firstOfRounds)
    {
        ref short rank = ref MemoryMarshal.GetReference(ranks);
        ref ushort draw = ref MemoryMarshal.GetReference(draws);
        for (int place = 0; place < classes; place++)
        {
            (Vector256.LoadUnsafe(ref rank, (nuint)(place * Lanes)).AsUInt16() + firstOfRounds).StoreUnsafe(ref draw, (nuint)(place * stride));
        }
    }

    /// <summary>The ranks of the classes of sixteen rounds, each pair of classes compared once both ways.</summary>
    /// <returns>A bit for each round in which no keys are equal.</returns>
    private static uint Rank(Span<short> keys, Span<short> ranks, int classes)
    {
        // Four classes at a time stay in registers. Those that are none have the greatest key, which makes no other rank greater.
        int padded = (classes + 3) & ~3;
        keys[(classes * Lanes)..(padded * Lanes)].Fill(short.MaxValue);
        ranks[..(padded * Lanes)].Clear();
        ref short key = ref MemoryMarshal.GetReference(keys);
        ref short rank = ref MemoryMarshal.GetReference(ranks);
        Vector256<short> total = default;
        for (int place = 0; place < padded; place += 4)
        {
            nuint start = (nuint)place * Lanes;
            Vector256<short> key0 = Vector256.LoadUnsafe(ref key, start);
            Vector256<short> key1 = Vector256.LoadUnsafe(ref key, start + Lanes);
            Vector256<short> key2 = Vector256.LoadUnsafe(ref key, start + (2 * Lanes));
            Vector256<short> key3 = Vector256.LoadUnsafe(ref key, start + (3 * Lanes));
            Vector256<short> rank0 = Vector256.LoadUnsafe(ref rank, start)
                - Vector256.GreaterThan(key0, key1) - Vector256.GreaterThan(key0, key2) - Vector256.GreaterThan(key0, key3);
            Vector256<short> rank1 = Vector256.LoadUnsafe(ref rank, start + Lanes)
                - Vector256.GreaterThan(key1, key0) - Vector256.GreaterThan(key1, key2) - Vector256.GreaterThan(key1, key3);
            Vector256<short> rank2 = Vector256.LoadUnsafe(ref rank, start + (2 * Lanes))
                - Vector256.GreaterThan(key2, key0) - Vector256.GreaterThan(key2, key1) - Vector256.GreaterThan(key2, key3);
            Vector256<short> rank3 = Vector256.LoadUnsafe(ref rank, start + (3 * Lanes))
                - Vector256.GreaterThan(key3, key0) - Vector256.GreaterThan(key3, key1) - Vector256.GreaterThan(key3, key2);
            for (nuint other = start + (4 * Lanes); other < (nuint)padded * Lanes; other += Lanes)
            {
                Vector256<short> of = Vector256.LoadUnsafe(ref key, other);
                rank0 -= Vector256.GreaterThan(key0, of);
                rank1 -= Vector256.GreaterThan(key1, of);
                rank2 -= Vector256.GreaterThan(key2, of);
                rank3 -= Vector256.GreaterThan(key3, of);
                Vector256<short> above = Vector256.GreaterThan(of, key0) + Vector256.GreaterThan(of, key1)
                    + Vector256.GreaterThan(of, key2) + Vector256.GreaterThan(of, key3);
                (Vector256.LoadUnsafe(ref rank, other) - above).StoreUnsafe(ref rank, other);
            }

            rank0.StoreUnsafe(ref rank, start);
            rank1.StoreUnsafe(ref rank, start + Lanes);
            rank2.StoreUnsafe(ref rank, start + (2 * Lanes));
            rank3.StoreUnsafe(ref rank, start + (3 * Lanes));
        }

        for (int place = 0; place < classes; place++)
        {
            total += Vector256.LoadUnsafe(ref rank, (nuint)place * Lanes);
        }

        // Equal keys have equal ranks, which are less together.
        return Vector256.Equals(total, Vector256.Create((short)(classes * (classes - 1) / 2))).ExtractMostSignificantBits();
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
