namespace BalanceGen.Randomness;

/// <summary>
/// Keyed permutations of [0, n): exactly uniform over all n! orders of few items (<see cref="FisherYates"/>), without memory for
/// many (<see cref="FeistelPermutation"/>, <see cref="LongFeistelPermutation"/>).
/// </summary>
/// <remarks>Allocates nothing, thread-safe. Samplers keep tables and round keys between calls; these members make them anew.</remarks>
public static class KeyedPermutation
{
    /// <summary>The greatest number of items that are shuffled by a table.</summary>
    public const int TableLimit = 256;

    /// <summary>Tables of very few items are made in groups of about this many, so that the cost of a key is shared.</summary>
    private const int GroupLength = 128;

    /// <summary>The value at a position of the permutation that belongs to a key. O(min(n, <see cref="TableLimit"/>)).</summary>
    /// <param name="count">The number of positions n, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <param name="position">A position of [0, <paramref name="count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static int At(int count, long seed, ulong stream, ulong index, int position)
    {
        int value = 0;
        Fill(count, seed, stream, index, position, new Span<int>(ref value));
        return value;
    }

    /// <summary>The value at a position of a permutation of any number of items. O(min(n, <see cref="TableLimit"/>)).</summary>
    /// <param name="count">The number of positions n, 1 or more. Up to 2^31 − 1 the permutation is that of <see cref="At(int, long, ulong, ulong, int)"/>.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <param name="position">A position of [0, <paramref name="count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static long At(long count, long seed, ulong stream, ulong index, long position)
    {
        if (count > int.MaxValue)
        {
            return new LongFeistelPermutation(count, seed, stream, index).At(position);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)position, (ulong)count, nameof(position));
        return At((int)count, seed, stream, index, (int)position);
    }

    /// <summary>The values at consecutive positions of the permutation that belongs to a key.</summary>
    /// <param name="count">The number of positions n, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <param name="firstPosition">The first position, 0 or more.</param>
    /// <param name="values">Receives one value per position.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [SkipLocalsInit]
    public static void Fill(int count, long seed, ulong stream, ulong index, int firstPosition, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (count > TableLimit)
        {
            new FeistelPermutation(count, seed, stream, index).Fill(firstPosition, values);
            return;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(firstPosition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)firstPosition + values.Length, count, nameof(firstPosition));
        Span<int> table = stackalloc int[TableLimit];
        int permutations = PermutationsPerTable(count);
        table = table[..(permutations * count)];
        FisherYates.Fill(table, count, seed, stream, index / (uint)permutations);
        int first = ((int)(index % (uint)permutations) * count) + firstPosition;
        table.Slice(first, values.Length).CopyTo(values);
    }

    /// <summary>The position at which a value is: the inverse of <see cref="At(int, long, ulong, ulong, int)"/>. O(min(n, <see cref="TableLimit"/>)).</summary>
    /// <param name="count">The number of positions n, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <param name="value">A value of [0, <paramref name="count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [SkipLocalsInit]
    public static int PositionOf(int count, long seed, ulong stream, ulong index, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)value, (uint)count, nameof(value));
        if (count > TableLimit)
        {
            return new FeistelPermutation(count, seed, stream, index).PositionOf(value);
        }

        Span<int> values = stackalloc int[TableLimit];
        values = values[..count];
        Fill(count, seed, stream, index, 0, values);
        return values.IndexOf(value);
    }

    /// <summary>
    /// How many consecutive permutations of up to <see cref="TableLimit"/> items are made at once: permutation i is the
    /// (i mod p)-th of those that belong to the key i div p.
    /// </summary>
    internal static int PermutationsPerTable(int count) => Math.Max(1, GroupLength / count);
}
