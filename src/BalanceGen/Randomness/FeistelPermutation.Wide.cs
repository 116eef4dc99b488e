using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Randomness;

/// <content>Networks whose values have up to 31 bits: eight positions in a vector.</content>
public readonly partial struct FeistelPermutation
{
    private const uint WideMultiplier0 = 0x7FEB352D;
    private const uint WideMultiplier1 = 0x846CA68B;

    private uint PermuteWide(uint line, uint column)
    {
        for (int round = 0; round < RoundsOfWide; round += 2)
        {
            line += ScatterWide(column ^ _keys[round], _lines);
            line = Math.Min(line, line - _lines);
            column += ScatterWide(line ^ _keys[round + 1], _columns);
            column = Math.Min(column, column - _columns);
        }

        return (line * _columns) + column;
    }

    /// <summary>A hash of a word, reduced to [0, bound) by the high half of a product. bound is at most 2^16.</summary>
    private static uint ScatterWide(uint word, uint bound)
    {
        word *= WideMultiplier0;
        word ^= word >> 15;
        word *= WideMultiplier1;
        return (uint)(((ulong)word * bound) >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> ScatterWide(Vector256<uint> word, Vector256<uint> bound)
    {
        word *= Vector256.Create(WideMultiplier0);
        word ^= word >>> 15;
        word *= Vector256.Create(WideMultiplier1);
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

    /// <summary>The values at <see cref="WideStep"/> consecutive positions, before any cycle walking.</summary>
    /// <returns>Whether none of them is n or more.</returns>
    private bool PermuteWide(uint firstPosition, Span<uint> values)
    {
        Vector256<uint> columns = Vector256.Create(_columns);
        Vector256<uint> lines = Vector256.Create(_lines);
        Vector256<uint> eight = Vector256.Create(8u);
        Vector256<uint> position = Vector256<uint>.Indices + Vector256.Create(firstPosition);
        SplitWide(position, out Vector256<uint> line0, out Vector256<uint> column0);
        position += eight;
        SplitWide(position, out Vector256<uint> line1, out Vector256<uint> column1);
        position += eight;
        SplitWide(position, out Vector256<uint> line2, out Vector256<uint> column2);
        position += eight;
        SplitWide(position, out Vector256<uint> line3, out Vector256<uint> column3);
        for (int round = 0; round < RoundsOfWide; round += 2)
        {
            Vector256<uint> key = Vector256.Create(_keys[round]);
            line0 = ShiftWide(line0, column0 ^ key, lines);
            line1 = ShiftWide(line1, column1 ^ key, lines);
            line2 = ShiftWide(line2, column2 ^ key, lines);
            line3 = ShiftWide(line3, column3 ^ key, lines);
            key = Vector256.Create(_keys[round + 1]);
            column0 = ShiftWide(column0, line0 ^ key, columns);
            column1 = ShiftWide(column1, line1 ^ key, columns);
            column2 = ShiftWide(column2, line2 ^ key, columns);
            column3 = ShiftWide(column3, line3 ^ key, columns);
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
        return Vector256.LessThanAll(largest, Vector256.Create(_count));
    }

    /// <summary>One round: a half of the value, moved round its circle by a hash of the other half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> ShiftWide(Vector256<uint> half, Vector256<uint> other, Vector256<uint> bound)
    {
        // A sum below the bound becomes huge by the subtraction, so the smaller one is the sum modulo the bound.
        half += ScatterWide(other, bound);
        return Vector256.Min(half, half - bound);
    }

    /// <summary>Line and column of positions. The quotient by the float reciprocal is off by one at most and is corrected exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SplitWide(Vector256<uint> position, out Vector256<uint> line, out Vector256<uint> column)
    {
        Vector256<int> columns = Vector256.Create((int)_columns);
        Vector256<int> value = position.AsInt32();
        Vector256<float> reciprocal = Vector256.Create(1f / _columns);
        Vector256<int> quotient = Vector256.ConvertToInt32Native(Vector256.ConvertToSingle(value) * reciprocal);
        Vector256<int> rest = value - (quotient * columns);
        Vector256<int> tooLarge = Vector256.LessThan(rest, Vector256<int>.Zero);
        quotient += tooLarge;
        rest += tooLarge & columns;
        Vector256<int> tooSmall = Vector256.GreaterThanOrEqual(rest, columns);
        line = (quotient - tooSmall).AsUInt32();
        column = (rest - (tooSmall & columns)).AsUInt32();
    }
}
