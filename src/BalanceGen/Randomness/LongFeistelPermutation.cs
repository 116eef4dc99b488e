namespace BalanceGen.Randomness;

/// <summary>
/// A keyed permutation of [0, n) for n up to 2^63 − 1 that needs no memory: the network of <see cref="FeistelPermutation"/> with halves of 32 bits.
/// </summary>
/// <remarks>
/// A generalised Feistel network over Z_a × Z_b with a·b just above n, and cycle walking for the few values at or above n (Black, Rogaway: Ciphers with
/// arbitrary finite domains, CT-RSA 2002). It is a bijection for every n, but over a small domain it cannot reach all orders:
/// <see cref="KeyedPermutation"/> takes <see cref="FisherYates"/> for few items, <see cref="FeistelPermutation"/> up to 2^31 − 1 and this one above. Integer
/// arithmetic, the same on every machine. Immutable, thread-safe, allocates nothing. O(1) per position.
/// </remarks>
public readonly struct LongFeistelPermutation
{
    private const int Rounds = 6;
    private const ulong Multiplier0 = 0xD6E8FEB86659FD93;
    private const ulong Multiplier1 = 0xA0761D6478BD642F;

    /// <summary>Half the number of grids that are tried.</summary>
    private const ulong MostColumnsTried = 32;

    private readonly ulong _count;
    private readonly ulong _columns;
    private readonly ulong _lines;
    private readonly RoundKeys _keys;

    /// <summary>The permutation that belongs to a key.</summary>
    /// <param name="count">The number of positions n, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public LongFeistelPermutation(long count, long seed, ulong stream, ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _count = (ulong)count;
        _columns = ColumnsOf(_count);
        _lines = ((_count - 1) / _columns) + 1;

        (ulong low, ulong high) = Philox4x32.Block((ulong)seed, index, stream);
        var first = new SplitMix64(low);
        var second = new SplitMix64(high);
        for (int round = 0; round < Rounds; round++)
        {
            _keys[round] = first.Next() + second.Next();
        }
    }

    /// <summary>The number of positions n.</summary>
    public long Count => (long)_count;

    /// <summary>The value at a position.</summary>
    /// <param name="position">A position of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is outside that range.</exception>
    public long At(long position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)position, _count, nameof(position));
        ulong value = (ulong)position;
        do
        {
            value = Permute(value);
        }
        while (value >= _count);

        return (long)value;
    }

    /// <summary>The values at consecutive positions.</summary>
    /// <param name="firstPosition">The first position, 0 or more.</param>
    /// <param name="values">Receives one value per position.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside [0, <see cref="Count"/>).</exception>
    public void Fill(long firstPosition, Span<long> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstPosition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstPosition, Count - values.Length, nameof(firstPosition));

        // The networks of consecutive positions do not wait for each other; walking on is rare and comes after them.
        bool isAnyAbove = false;
        for (int place = 0; place < values.Length; place++)
        {
            ulong value = Permute((ulong)firstPosition + (uint)place);
            isAnyAbove |= value >= _count;
            values[place] = (long)value;
        }

        if (isAnyAbove)
        {
            foreach (ref long value in values)
            {
                while ((ulong)value >= _count)
                {
                    value = (long)Permute((ulong)value);
                }
            }
        }
    }

    /// <summary>
    /// The number of columns: of the even numbers from √n on the first that leaves the fewest values at or above n. An even number lets half of the permutations be odd.
    /// </summary>
    private static ulong ColumnsOf(ulong count)
    {
        // The double nearest to n and its square root are off by less than 2 for n < 2^63.
        ulong root = (ulong)Math.Sqrt(count);
        while (root * root < count)
        {
            root++;
        }

        while ((root - 1) * (root - 1) >= count)
        {
            root--;
        }

        ulong first = root + (root & 1);
        ulong best = first;
        ulong fewest = ulong.MaxValue;
        for (ulong columns = first; columns <= first + Math.Min(first / 2, MostColumnsTried); columns += 2)
        {
            ulong surplus = columns - 1 - ((count - 1) % columns);
            (best, fewest) = surplus < fewest ? (columns, surplus) : (best, fewest);
        }

        return best;
    }

    /// <summary>A hash of a word, reduced to [0, bound) by the high half of a product. bound is below 2^33.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Scatter(ulong word, ulong bound)
    {
        word *= Multiplier0;
        word ^= word >> 32;
        word *= Multiplier1;
        return WideProduct.High(word, bound);
    }

    private ulong Permute(ulong value)
    {
        (ulong line, ulong column) = Math.DivRem(value, _columns);
        for (int round = 0; round < Rounds; round += 2)
        {
            // A sum below the bound becomes huge by the subtraction, so the smaller one is the sum modulo the bound.
            line += Scatter(column ^ _keys[round], _lines);
            line = Math.Min(line, line - _lines);
            column += Scatter(line ^ _keys[round + 1], _columns);
            column = Math.Min(column, column - _columns);
        }

        return (line * _columns) + column;
    }

    [InlineArray(Rounds)]
    private struct RoundKeys
    {
        private ulong _first;
    }
}
