namespace BalanceGen.Randomness;

/// <content>The inverse: the rounds backwards, each with a difference in the place of a sum.</content>
public readonly partial struct FeistelPermutation
{
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
}
