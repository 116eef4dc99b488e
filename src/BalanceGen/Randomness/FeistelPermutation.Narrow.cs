using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace BalanceGen.Randomness;

/// <content>Networks whose values have 16 bits: sixteen positions in a vector.</content>
public readonly partial struct FeistelPermutation
{
    private const ushort NarrowMultiplier = 0xA68B;

    private uint PermuteNarrow(uint line, uint column)
    {
        for (int round = 0; round < RoundsOfNarrow; round += 2)
        {
            line += ScatterNarrow(column, _keys[round], _lines);
            line = Math.Min(line, line - _lines);
            column += ScatterNarrow(line, _keys[round + 1], _columns);
            column = Math.Min(column, column - _columns);
        }

        return (line * _columns) + column;
    }

    /// <summary>
    /// A hash of 16 bits, reduced to [0, bound) by the high half of a product. A key is 16 bits to add without carry and, of the upper half, an odd multiplier.
    /// For bounds of at most 300 no value has more than 1/200 too much, which the sum of the four hashes of a half divides by itself three times.
    /// </summary>
    private static uint ScatterNarrow(uint half, uint key, uint bound)
    {
        ushort word = (ushort)((half ^ key) * ((key >> 16) | 1));
        word ^= (ushort)(word >> 8);
        word *= NarrowMultiplier;
        return (word * bound) >> 16;
    }

    private static Vector256<ushort> ScatterNarrow(
        Vector256<ushort> half, Vector256<ushort> key, Vector256<ushort> multiplier, Vector256<ushort> bound)
    {
        Vector256<ushort> word = (half ^ key) * multiplier;
        word ^= word >>> 8;
        return HighProduct(word * Vector256.Create(NarrowMultiplier), bound);
    }

    /// <summary>The values at <see cref="Step"/> consecutive positions, before any cycle walking.</summary>
    /// <returns>Whether none of them is n or more.</returns>
    private bool PermuteNarrow(uint firstPosition, Span<uint> values)
    {
        Vector256<ushort> columns = Vector256.Create((ushort)_columns);
        Vector256<ushort> lines = Vector256.Create((ushort)_lines);
        Vector256<ushort> sixteen = Vector256.Create((ushort)16);
        Vector256<ushort> reciprocal = Vector256.Create((ushort)(LargestNarrow / _columns));
        Vector256<ushort> position = Vector256<ushort>.Indices + Vector256.Create((ushort)firstPosition);
        SplitNarrow(position, columns, reciprocal, out Vector256<ushort> line0, out Vector256<ushort> column0);
        position += sixteen;
        SplitNarrow(position, columns, reciprocal, out Vector256<ushort> line1, out Vector256<ushort> column1);
        position += sixteen;
        SplitNarrow(position, columns, reciprocal, out Vector256<ushort> line2, out Vector256<ushort> column2);
        position += sixteen;
        SplitNarrow(position, columns, reciprocal, out Vector256<ushort> line3, out Vector256<ushort> column3);
        position += sixteen;
        SplitNarrow(position, columns, reciprocal, out Vector256<ushort> line4, out Vector256<ushort> column4);
        position += sixteen;
        SplitNarrow(position, columns, reciprocal, out Vector256<ushort> line5, out Vector256<ushort> column5);
        for (int round = 0; round < RoundsOfNarrow; round += 2)
        {
            Vector256<ushort> key = Vector256.Create((ushort)_keys[round]);
            Vector256<ushort> multiplier = Vector256.Create((ushort)((_keys[round] >> 16) | 1));
            line0 = ShiftNarrow(line0, ScatterNarrow(column0, key, multiplier, lines), lines);
            line1 = ShiftNarrow(line1, ScatterNarrow(column1, key, multiplier, lines), lines);
            line2 = ShiftNarrow(line2, ScatterNarrow(column2, key, multiplier, lines), lines);
            line3 = ShiftNarrow(line3, ScatterNarrow(column3, key, multiplier, lines), lines);
            line4 = ShiftNarrow(line4, ScatterNarrow(column4, key, multiplier, lines), lines);
            line5 = ShiftNarrow(line5, ScatterNarrow(column5, key, multiplier, lines), lines);
            key = Vector256.Create((ushort)_keys[round + 1]);
            multiplier = Vector256.Create((ushort)((_keys[round + 1] >> 16) | 1));
            column0 = ShiftNarrow(column0, ScatterNarrow(line0, key, multiplier, columns), columns);
            column1 = ShiftNarrow(column1, ScatterNarrow(line1, key, multiplier, columns), columns);
            column2 = ShiftNarrow(column2, ScatterNarrow(line2, key, multiplier, columns), columns);
            column3 = ShiftNarrow(column3, ScatterNarrow(line3, key, multiplier, columns), columns);
            column4 = ShiftNarrow(column4, ScatterNarrow(line4, key, multiplier, columns), columns);
            column5 = ShiftNarrow(column5, ScatterNarrow(line5, key, multiplier, columns), columns);
        }

        column0 += line0 * columns;
        column1 += line1 * columns;
        column2 += line2 * columns;
        column3 += line3 * columns;
        column4 += line4 * columns;
        column5 += line5 * columns;
        Widen(column0, values);
        Widen(column1, values[16..]);
        Widen(column2, values[32..]);
        Widen(column3, values[48..]);
        Widen(column4, values[64..]);
        Widen(column5, values[80..]);
        Vector256<ushort> largest = Vector256.Max(
            Vector256.Max(Vector256.Max(column0, column1), Vector256.Max(column2, column3)), Vector256.Max(column4, column5));
        return Vector256.LessThanOrEqualAll(largest, Vector256.Create((ushort)(_count - 1)));
    }

    /// <summary>A half of the value, moved round its circle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> ShiftNarrow(Vector256<ushort> half, Vector256<ushort> distance, Vector256<ushort> bound)
    {
        // A sum below the bound becomes huge by the subtraction, so the smaller one is the sum modulo the bound.
        half += distance;
        return Vector256.Min(half, half - bound);
    }

    /// <summary>Line and column of positions. The quotient by the reciprocal is at most one too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SplitNarrow(
        Vector256<ushort> position, Vector256<ushort> columns, Vector256<ushort> reciprocal, out Vector256<ushort> line, out Vector256<ushort> column)
    {
        Vector256<ushort> quotient = HighProduct(position, reciprocal);
        Vector256<ushort> rest = position - (quotient * columns);
        column = Vector256.Min(rest, rest - columns);

        // All bits, which is −1, where the rest stayed: so much less than one more.
        line = quotient + Vector256<ushort>.One + Vector256.Equals(rest, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> HighProduct(Vector256<ushort> left, Vector256<ushort> right)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyHigh(left, right);
        }

        (Vector256<uint> leftLower, Vector256<uint> leftUpper) = Vector256.Widen(left);
        (Vector256<uint> rightLower, Vector256<uint> rightUpper) = Vector256.Widen(right);
        return Vector256.Narrow((leftLower * rightLower) >>> 16, (leftUpper * rightUpper) >>> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(Vector256<ushort> from, Span<uint> to)
    {
        (Vector256<uint> lower, Vector256<uint> upper) = Vector256.Widen(from);
        lower.CopyTo(to);
        upper.CopyTo(to[8..]);
    }
}
