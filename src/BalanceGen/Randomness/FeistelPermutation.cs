using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BalanceGen.Randomness;

/// <summary>
/// A keyed permutation of [0, n) that needs no memory: a generalised Feistel network over Z_a × Z_b with a·b just above n,
/// and cycle walking for the few values at or above n (Black, Rogaway: Ciphers with arbitrary finite domains, CT-RSA 2002).
/// </summary>
/// <remarks>
/// It is a bijection for every n, but a network over a tiny domain cannot reach all orders: below
/// <see cref="KeyedPermutation.TableLimit"/> use <see cref="FisherYates"/>, as <see cref="KeyedPermutation"/> does. 32-bit integer
/// arithmetic only, so that eight positions go through one vector; the result is the same with and without vector hardware.
/// Immutable, thread-safe, allocates nothing. O(1) per position.
/// </remarks>
public readonly struct FeistelPermutation
{
    private const int Rounds = 8;
    private const uint Multiplier0 = 0x7FEB352D;
    private const uint Multiplier1 = 0x846CA68B;

    private readonly uint _count;
    private readonly uint _columns;
    private readonly uint _lines;
    private readonly float _reciprocal;
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

        // b = ⌈√n⌉; the square root is exact enough to be off by one at most, and IEEE 754 fixes its result.
        uint columns = (uint)Math.Sqrt(count);
        columns += (ulong)columns * columns < _count ? 1u : 0u;
        _columns = columns;
        _lines = (_count + columns - 1) / columns;
        _reciprocal = 1f / columns;

        (ulong low, ulong high) = Philox4x32.Block((ulong)seed, index, stream);
        var first = new SplitMix64(low);
        var second = new SplitMix64(high);
        for (int round = 0; round < Rounds; round += 2)
        {
            ulong word = first.Next() + second.Next();
            _keys[round] = (uint)word;
            _keys[round + 1] = (uint)(word >> 32);
        }
    }

    /// <summary>The number of positions n.</summary>
    public int Count => (int)_count;

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
    public void Fill(int firstPosition, Span<int> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstPosition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)firstPosition + values.Length, Count, nameof(firstPosition));
        int index = 0;
        ref uint destination = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(values));
        Vector256<uint> lanes = Vector256<uint>.Indices;
        for (; index <= values.Length - (2 * Vector256<uint>.Count); index += 2 * Vector256<uint>.Count)
        {
            // Two independent vectors hide each other's multiplication latency.
            Vector256<uint> left = lanes + Vector256.Create((uint)(firstPosition + index));
            Vector256<uint> right = left + Vector256.Create((uint)Vector256<uint>.Count);
            Permute(ref left, ref right);
            left.StoreUnsafe(ref destination, (nuint)index);
            right.StoreUnsafe(ref destination, (nuint)(index + Vector256<uint>.Count));
            Vector256<uint> count = Vector256.Create(_count);
            if (Vector256.GreaterThanOrEqualAny(Vector256.Max(left, right), count))
            {
                for (int lane = index; lane < index + (2 * Vector256<uint>.Count); lane++)
                {
                    ref uint value = ref Unsafe.Add(ref destination, lane);
                    value = value >= _count ? Walk(value) : value;
                }
            }
        }

        for (; index < values.Length; index++)
        {
            values[index] = (int)Walk((uint)(firstPosition + index));
        }
    }

    private uint Walk(uint value)
    {
        do
        {
            uint line = value / _columns;
            uint column = value - (line * _columns);
            for (int round = 0; round < Rounds; round += 2)
            {
                line += Scatter(column ^ _keys[round], _lines);
                line = Math.Min(line, line - _lines);
                column += Scatter(line ^ _keys[round + 1], _columns);
                column = Math.Min(column, column - _columns);
            }

            value = (line * _columns) + column;
        }
        while (value >= _count);

        return value;
    }

    /// <summary>A hash of a word, reduced to [0, bound) by the high half of a product. bound is at most 2^16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Scatter(uint word, uint bound)
    {
        word *= Multiplier0;
        word ^= word >> 15;
        word *= Multiplier1;
        return (uint)(((ulong)word * bound) >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Scatter(Vector256<uint> word, Vector256<uint> bound)
    {
        word *= Vector256.Create(Multiplier0);
        word ^= word >>> 15;
        word *= Vector256.Create(Multiplier1);

        // The high half of a 32 × 16-bit product from two products that fit in 32 bits.
        Vector256<uint> low = ((word & Vector256.Create(0xFFFFu)) * bound) >>> 16;
        return (((word >>> 16) * bound) + low) >>> 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Permute(ref Vector256<uint> left, ref Vector256<uint> right)
    {
        Vector256<uint> columns = Vector256.Create(_columns);
        Vector256<uint> lines = Vector256.Create(_lines);
        (Vector256<uint> leftLine, Vector256<uint> leftColumn) = Split(left);
        (Vector256<uint> rightLine, Vector256<uint> rightColumn) = Split(right);
        for (int round = 0; round < Rounds; round += 2)
        {
            Vector256<uint> key = Vector256.Create(_keys[round]);
            leftLine += Scatter(leftColumn ^ key, lines);
            rightLine += Scatter(rightColumn ^ key, lines);
            leftLine = Vector256.Min(leftLine, leftLine - lines);
            rightLine = Vector256.Min(rightLine, rightLine - lines);
            key = Vector256.Create(_keys[round + 1]);
            leftColumn += Scatter(leftLine ^ key, columns);
            rightColumn += Scatter(rightLine ^ key, columns);
            leftColumn = Vector256.Min(leftColumn, leftColumn - columns);
            rightColumn = Vector256.Min(rightColumn, rightColumn - columns);
        }

        left = (leftLine * columns) + leftColumn;
        right = (rightLine * columns) + rightColumn;
    }

    /// <summary>Line and column of positions. The quotient by the float reciprocal is off by one at most and is corrected exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<uint> Line, Vector256<uint> Column) Split(Vector256<uint> position)
    {
        Vector256<int> columns = Vector256.Create((int)_columns);
        Vector256<int> value = position.AsInt32();
        Vector256<int> line = Vector256.ConvertToInt32(Vector256.ConvertToSingle(value) * Vector256.Create(_reciprocal));
        Vector256<int> column = value - (line * columns);
        Vector256<int> tooLarge = Vector256.LessThan(column, Vector256<int>.Zero);
        line += tooLarge;
        column += tooLarge & columns;
        Vector256<int> tooSmall = Vector256.GreaterThanOrEqual(column, columns);
        line -= tooSmall;
        column -= tooSmall & columns;
        return (line.AsUInt32(), column.AsUInt32());
    }

    [InlineArray(Rounds)]
    private struct RoundKeys
    {
        private uint _first;
    }
}
