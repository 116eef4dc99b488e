using System.Runtime.InteropServices;

namespace BalanceGen.Randomness;

/// <summary>
/// A keyed permutation of [0, n) that needs no memory: a generalised Feistel network over Z_a × Z_b with a·b just above n,
/// and cycle walking for the few values at or above n (Black, Rogaway: Ciphers with arbitrary finite domains, CT-RSA 2002).
/// </summary>
/// <remarks>
/// It is a bijection for every n, but a network over a tiny domain cannot reach all orders: below
/// <see cref="KeyedPermutation.TableLimit"/> use <see cref="FisherYates"/>, as <see cref="KeyedPermutation"/> does. Integer arithmetic
/// in lanes of 16 bits up to 65,536 positions and of 32 bits above, so that many positions go through at once; the result is the same
/// with and without vector hardware. Immutable, thread-safe, allocates nothing. O(1) per position.
/// </remarks>
public readonly partial struct FeistelPermutation
{
    // Below 4096 items 6 rounds are measurably not random (chi-square of pairs at a distance of a line), whatever the hash of a round;
    // 8 rounds were not told from random by 400,000 keys.
    private const int RoundsOfNarrow = 10;
    private const int RoundsOfWide = 6;

    /// <summary>Up to this many items both halves of a value, and the value itself, fit in 16 bits.</summary>
    private const int LargestNarrow = 65536;

    /// <summary>Half the number of grids that are tried; enough to leave about one value in a thousand at or above n.</summary>
    private const uint MostColumnsTried = 32;

    /// <summary>Positions at a time: independent vectors hide each other's multiplication latency.</summary>
    private const int Step = 96;
    private const int WideStep = Step / 3;

    private readonly uint _count;
    private readonly uint _columns;
    private readonly uint _lines;
    private readonly RoundKeys _keys;

    /// <summary>The permutation that belongs to a key.</summary>
    /// <param name="count">The number of positions n, 1 or more.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stream">The stream; different streams of one seed are independent.</param>
    /// <param name="index">The number of the permutation within the stream.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public FeistelPermutation(int count, long seed, ulong stream, ulong index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _count = (uint)count;
        _columns = ColumnsOf(_count);
        _lines = (_count + _columns - 1) / _columns;

        (ulong low, ulong high) = Philox4x32.Block((ulong)seed, index, stream);
        var first = new SplitMix64(low);
        var second = new SplitMix64(high);
        for (int round = 0; round < RoundsOfNarrow; round += 2)
        {
            ulong word = first.Next() + second.Next();
            _keys[round] = (uint)word;
            _keys[round + 1] = (uint)(word >> 32);
        }
    }

    /// <summary>The number of positions n.</summary>
    public int Count => (int)_count;

    private bool IsNarrow => _count <= LargestNarrow;

    /// <summary>The value at a position.</summary>
    /// <param name="position">A position of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="position"/> is outside that range.</exception>
    public int At(int position)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, _count, nameof(position));
        return (int)Walk((uint)position);
    }

    /// <summary>The values at consecutive positions.</summary>
    /// <param name="firstPosition">The first position, 0 or more.</param>
    /// <param name="values">Receives one value per position.</param>
    /// <exception cref="ArgumentOutOfRangeException">A position is outside [0, <see cref="Count"/>).</exception>
    [SkipLocalsInit]
    public void Fill(int firstPosition, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstPosition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)firstPosition + values.Length, Count, nameof(firstPosition));
        Span<uint> last = stackalloc uint[Step];
        Span<uint> rest = MemoryMarshal.Cast<int, uint>(values);
        uint position = (uint)firstPosition;
        for (; rest.Length >= Step; rest = rest[Step..], position += Step)
        {
            Permute(position, rest[..Step]);
        }

        if (!rest.IsEmpty)
        {
            Permute(position, last);
            last[..rest.Length].CopyTo(rest);
        }
    }

    /// <summary>The position at which a value is: the inverse of <see cref="At"/>. O(1).</summary>
    /// <param name="value">A value of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is outside that range.</exception>
    public int PositionOf(int value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)value, _count, nameof(value));
        uint position = (uint)value;
        do
        {
            position = Unpermute(position);
        }
        while (position >= _count);

        return (int)position;
    }

    /// <summary>
    /// The number of columns: of the even numbers from √n on, up to one and a half times that, the first that leaves the fewest values at or above n.
    /// With an even number half of the permutations are odd; of odd numbers of lines and columns all rounds are even permutations.
    /// </summary>
    private static uint ColumnsOf(uint count)
    {
        // The square root is exact enough to be off by one at most, and IEEE 754 fixes its result.
        uint root = (uint)Math.Sqrt(count);
        root += (ulong)root * root < count ? 1u : 0u;
        uint first = root + (root & 1);
        uint best = first;
        uint fewest = uint.MaxValue;
        for (uint columns = first; columns <= first + Math.Min(first / 2, MostColumnsTried); columns += 2)
        {
            uint surplus = columns - 1 - ((count - 1) % columns);
            (best, fewest) = surplus < fewest ? (columns, surplus) : (best, fewest);
        }

        return best;
    }

    /// <summary>The values at <see cref="Step"/> consecutive positions; what belongs to positions at or above n has no meaning.</summary>
    private void Permute(uint firstPosition, Span<uint> values)
    {
        bool areAllBelow = IsNarrow
            ? PermuteNarrow(firstPosition, values)
            : PermuteWide(firstPosition, values[..WideStep]) & PermuteWide(firstPosition + WideStep, values[WideStep..(2 * WideStep)])
                & PermuteWide(firstPosition + (2 * WideStep), values[(2 * WideStep)..]);
        if (!areAllBelow)
        {
            int valid = (int)Math.Min(_count - firstPosition, Step);
            foreach (ref uint value in values[..valid])
            {
                value = value >= _count ? Walk(value) : value;
            }
        }
    }

    private uint Walk(uint value)
    {
        do
        {
            (uint line, uint column) = Math.DivRem(value, _columns);
            value = IsNarrow ? PermuteNarrow(line, column) : PermuteWide(line, column);
        }
        while (value >= _count);

        return value;
    }

    /// <summary>The rounds backwards, each with a difference in the place of a sum.</summary>
    private uint Unpermute(uint value)
    {
        (uint line, uint column) = Math.DivRem(value, _columns);
        for (int round = (IsNarrow ? RoundsOfNarrow : RoundsOfWide) - 2; round >= 0; round -= 2)
        {
            // A difference below 0 becomes huge, so the smaller one is the difference modulo the bound.
            column -= IsNarrow ? ScatterNarrow(line, _keys[round + 1], _columns) : ScatterWide(line ^ _keys[round + 1], _columns);
            column = Math.Min(column, column + _columns);
            line -= IsNarrow ? ScatterNarrow(column, _keys[round], _lines) : ScatterWide(column ^ _keys[round], _lines);
            line = Math.Min(line, line + _lines);
        }

        return (line * _columns) + column;
    }

    [InlineArray(RoundsOfNarrow)]
    private struct RoundKeys
    {
        private uint _first;
    }
}
