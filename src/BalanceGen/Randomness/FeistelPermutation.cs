using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Randomness;

/// <summary>
/// A keyed permutation of [0, n) that needs no memory: a generalised Feistel network over Z_a × Z_b with a·b just above n,
/// and cycle walking for the few values at or above n (Black, Rogaway: Ciphers with arbitrary finite domains, CT-RSA 2002).
/// </summary>
/// <remarks>
/// It is a bijection for every n, but a network over a tiny domain cannot reach all orders: below
/// <see cref="KeyedPermutation.TableLimit"/> use <see cref="FisherYates"/>, as <see cref="KeyedPermutation"/> does. 32-bit integer
/// arithmetic only, so that many positions go through at once; the result is the same with and without vector hardware.
/// Immutable, thread-safe, allocates nothing. O(1) per position.
/// </remarks>
public readonly struct FeistelPermutation
{
    // Below 4096 items 6 rounds are measurably not random (chi-square of pairs at a distance of a line), from 1000 items on
    // they were not told from random by 400,000 keys; the limit keeps a margin, and so do 8 rounds below it.
    private const int MostRounds = 8;
    private const int RoundsOfLarge = 6;
    private const int Large = 65536;

    /// <summary>Independent vectors at a time: they hide each other's multiplication latency.</summary>
    private const int Step = 4 * 8;

    private const uint Multiplier0 = 0x7FEB352D;
    private const uint Multiplier1 = 0x846CA68B;

    private readonly uint _count;
    private readonly uint _columns;
    private readonly uint _lines;
    private readonly float _reciprocal;
    private readonly int _rounds;
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
        _rounds = count >= Large ? RoundsOfLarge : MostRounds;

        (ulong low, ulong high) = Philox4x32.Block((ulong)seed, index, stream);
        var first = new SplitMix64(low);
        var second = new SplitMix64(high);
        for (int round = 0; round < _rounds; round += 2)
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

    private uint Walk(uint value)
    {
        do
        {
            uint line = value / _columns;
            uint column = value - (line * _columns);
            for (int round = 0; round < _rounds; round += 2)
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
        if (Avx2.IsSupported)
        {
            // Two products of four lanes each have all 64 bits; cheaper than two of eight lanes with 32.
            Vector256<ulong> even = Avx2.Multiply(word, bound) >>> 32;
            Vector256<ulong> odd = Avx2.Multiply((word.AsUInt64() >>> 32).AsUInt32(), bound);
            return Avx2.Blend(even.AsUInt32(), odd.AsUInt32(), 0b10101010);
        }

        // The high half of a 32 × 16-bit product from two products that fit in 32 bits.
        Vector256<uint> low = ((word & Vector256.Create(0xFFFFu)) * bound) >>> 16;
        return (((word >>> 16) * bound) + low) >>> 16;
    }

    /// <summary>The values at <see cref="Step"/> consecutive positions; what belongs to positions at or above n has no meaning.</summary>
    private void Permute(uint firstPosition, Span<uint> values)
    {
        Vector256<uint> columns = Vector256.Create(_columns);
        Vector256<uint> lines = Vector256.Create(_lines);
        Vector256<uint> eight = Vector256.Create(8u);
        Vector256<uint> position = Vector256<uint>.Indices + Vector256.Create(firstPosition);
        Split(position, out Vector256<uint> line0, out Vector256<uint> column0);
        position += eight;
        Split(position, out Vector256<uint> line1, out Vector256<uint> column1);
        position += eight;
        Split(position, out Vector256<uint> line2, out Vector256<uint> column2);
        position += eight;
        Split(position, out Vector256<uint> line3, out Vector256<uint> column3);
        for (int round = 0; round < _rounds; round += 2)
        {
            Vector256<uint> key = Vector256.Create(_keys[round]);
            line0 = Shift(line0, column0 ^ key, lines);
            line1 = Shift(line1, column1 ^ key, lines);
            line2 = Shift(line2, column2 ^ key, lines);
            line3 = Shift(line3, column3 ^ key, lines);
            key = Vector256.Create(_keys[round + 1]);
            column0 = Shift(column0, line0 ^ key, columns);
            column1 = Shift(column1, line1 ^ key, columns);
            column2 = Shift(column2, line2 ^ key, columns);
            column3 = Shift(column3, line3 ^ key, columns);
        }

        column0 += line0 * columns;
        column1 += line1 * columns;
        column2 += line2 * columns;
        column3 += line3 * columns;
        column0.CopyTo(values);
        column1.CopyTo(values[8..]);
        column2.CopyTo(values[16..]);
        column3.CopyTo(values[24..]);
        Vector256<uint> largest = Vector256.Max(Vector256.Max(column0, column1), Vector256.Max(column2, column3));
        if (Vector256.GreaterThanOrEqualAny(largest, Vector256.Create(_count)))
        {
            int valid = (int)Math.Min(_count - firstPosition, Step);
            foreach (ref uint value in values[..valid])
            {
                value = value >= _count ? Walk(value) : value;
            }
        }
    }

    /// <summary>One round: a half of the value, moved round its circle by a hash of the other half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Shift(Vector256<uint> half, Vector256<uint> other, Vector256<uint> bound)
    {
        // A sum below the bound becomes huge by the subtraction, so the smaller one is the sum modulo the bound.
        half += Scatter(other, bound);
        return Vector256.Min(half, half - bound);
    }

    /// <summary>Line and column of positions. The quotient by the float reciprocal is off by one at most and is corrected exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Split(Vector256<uint> position, out Vector256<uint> line, out Vector256<uint> column)
    {
        Vector256<int> columns = Vector256.Create((int)_columns);
        Vector256<int> value = position.AsInt32();
        Vector256<int> quotient = Vector256.ConvertToInt32Native(Vector256.ConvertToSingle(value) * Vector256.Create(_reciprocal));
        Vector256<int> rest = value - (quotient * columns);
        Vector256<int> tooLarge = Vector256.LessThan(rest, Vector256<int>.Zero);
        quotient += tooLarge;
        rest += tooLarge & columns;
        Vector256<int> tooSmall = Vector256.GreaterThanOrEqual(rest, columns);
        line = (quotient - tooSmall).AsUInt32();
        column = (rest - (tooSmall & columns)).AsUInt32();
    }

    [InlineArray(MostRounds)]
    private struct RoundKeys
    {
        private uint _first;
    }
}
