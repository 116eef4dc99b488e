using System.Numerics;
using System.Runtime.InteropServices;

namespace BalanceGen.CompilerServices;

/// <summary>
/// Finds a text among any number by a hash of all its characters that gives each of them a slot of its own. A lookup reads a displacement, a slot, and the
/// characters of one text, which stand one after the other in one array and not in objects of their own.
/// </summary>
/// <remarks>
/// Hash and displace (Belazzougui, Botelho, Dietzfelbinger: Hash, displace, and compress, 2009): texts are put into buckets by one half of the hash. Each
/// bucket, the fullest first, gets a displacement that leads all its texts to slots that are still free. No seed is random. Immutable.
/// </remarks>
internal sealed class DisplacementHash
{
    private const int TextsPerBucket = 4;

    private const int LeastSlots = 16;

    /// <summary>There are more slots than texts by a quarter at least, so that the last bucket finds a free one soon.</summary>
    private const int SlotsPerFourTexts = 5;

    /// <summary>An attempt fails for one set of texts in a thousand, and only texts that were made for it fail all.</summary>
    private const int MostAttempts = 32;

    /// <summary>Digits of π and e: no pattern that a text would have.</summary>
    private const ulong First = 0x243F6A8885A308D3;

    private const ulong Second = 0xB7E151628AED2A6B;

    /// <summary>The characters of a word.</summary>
    private const int AtOnce = 4;

    private readonly ulong _seed;
    private readonly int[] _displacements;
    private readonly Slot[] _slots;
    private readonly char[] _characters;

    private DisplacementHash(ulong seed, int[] displacements, Slot[] slots, char[] characters) =>
        (_seed, _displacements, _slots, _characters) = (seed, displacements, slots, characters);

    /// <summary>Finds a hash. O(texts).</summary>
    /// <param name="texts">The texts, no two equal.</param>
    /// <returns>The hash, or null: it was not found, or the texts have more characters than an array.</returns>
    public static DisplacementHash? Of(ReadOnlySpan<string> texts)
    {
        long length = 0;
        foreach (string text in texts)
        {
            length += text.Length;
        }

        if (length > Array.MaxLength)
        {
            return null;
        }

        ulong seed = First;
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (TryPlace(texts, seed) is var (displacements, slots))
            {
                return new DisplacementHash(seed, displacements, slots, string.Concat(texts).ToCharArray());
            }

            // All numbers of this generator are odd (Steele and Vigna: Computationally easy, spectrally good multipliers, 2021).
            seed *= 0xD1342543DE82EF95;
        }

        return null;
    }

    /// <summary>The position of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The position, or <see cref="ClassIndex.Unknown"/>.</returns>
    public int IndexOf(ReadOnlySpan<char> text)
    {
        ulong hash = Hash(text, _seed);
        ref readonly Slot slot = ref _slots[Displaced(hash, _displacements[Bucket(hash, _displacements.Length)], _slots.Length)];

        // A slot without a text has the length −1.
        return slot.Check == Check(hash)
            && slot.Length == text.Length
            && MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_characters), slot.Start), slot.Length).SequenceEqual(text)
                ? slot.Position
                : ClassIndex.Unknown;
    }

    private static (int[] Displacements, Slot[] Slots)? TryPlace(ReadOnlySpan<string> texts, ulong seed)
    {
        var slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastSlots, (long)texts.Length * SlotsPerFourTexts / 4))];
        var displacements = new int[Math.Max(1, slots.Length / TextsPerBucket)];
        Array.Fill(slots, new Slot(0, -1, 0, ClassIndex.Unknown));
        var buckets = new List<(ulong Hash, Slot Filled)>[displacements.Length];
        int start = 0;
        for (int position = 0; position < texts.Length; position++)
        {
            ulong hash = Hash(texts[position], seed);
            (buckets[Bucket(hash, displacements.Length)] ??= []).Add((hash, new Slot(Check(hash), texts[position].Length, start, position)));
            start += texts[position].Length;
        }

        int[] order = [.. Enumerable.Range(0, buckets.Length).Where(bucket => buckets[bucket] is not null).OrderByDescending(bucket => buckets[bucket].Count)];
        foreach (int bucket in order)
        {
            int displacement = 0;
            while (displacement < slots.Length && !TryPlace(buckets[bucket], displacement, slots))
            {
                displacement++;
            }

            if (displacement == slots.Length)
            {
                return null;
            }

            displacements[bucket] = displacement;
        }

        return (displacements, slots);
    }

    private static bool TryPlace(List<(ulong Hash, Slot Filled)> bucket, int displacement, Slot[] slots)
    {
        for (int placed = 0; placed < bucket.Count; placed++)
        {
            ref Slot slot = ref slots[Displaced(bucket[placed].Hash, displacement, slots.Length)];
            if (slot.Position != ClassIndex.Unknown)
            {
                foreach ((ulong hash, _) in CollectionsMarshal.AsSpan(bucket)[..placed])
                {
                    slots[Displaced(hash, displacement, slots.Length)] = new Slot(0, -1, 0, ClassIndex.Unknown);
                }

                return false;
            }

            slot = bucket[placed].Filled;
        }

        return true;
    }

    /// <summary>The lengths of both arrays are powers of two, so no bound needs a check.</summary>
    private static int Bucket(ulong hash, int buckets) => (int)(hash >> 40) & (buckets - 1);

    private static int Displaced(ulong hash, int displacement, int slots) => ((int)hash ^ displacement) & (slots - 1);

    private static uint Check(ulong hash) => (uint)(hash >> 32);

    /// <summary>All characters and the length, sixteen bytes at a time; the last sixteen overlap those before.</summary>
    private static ulong Hash(ReadOnlySpan<char> text, ulong seed)
    {
        ref char start = ref MemoryMarshal.GetReference(text);
        nint length = text.Length;
        ulong hash = seed ^ ((ulong)length * Second);
        if (length < AtOnce)
        {
            ulong few = length == 0 ? 0 : start | ((ulong)Unsafe.Add(ref start, length >> 1) << 16) | ((ulong)Unsafe.Add(ref start, length - 1) << 32);
            return Mixed(Mixed(few ^ First, hash) ^ Second, hash);
        }

        for (nint place = 0; place < length - (2 * AtOnce); place += 2 * AtOnce)
        {
            hash = Mixed(Read(ref start, place) ^ First, Read(ref start, place + AtOnce) ^ hash);
        }

        return Mixed(Read(ref start, nint.Max(0, length - (2 * AtOnce))) ^ Second, Read(ref start, length - AtOnce) ^ hash);
    }

    /// <summary>Both halves of the product, of which each bit depends on bits of both factors.</summary>
    private static ulong Mixed(ulong x, ulong y)
    {
        ulong high = Math.BigMul(x, y, out ulong low);
        return high ^ low;
    }

    private static ulong Read(ref char start, nint place) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref start, place)));

    private readonly record struct Slot(uint Check, int Length, int Start, int Position);
}
