namespace BalanceGen.Streaming;

/// <summary>Gives a step what it has saved, in the same order, and refuses what it cannot have saved.</summary>
internal sealed class StepStateReader(OperatorState state)
{
    private int _next;

    /// <summary>The next number.</summary>
    /// <exception cref="StreamStateFormatException">There is none, or it is outside the range.</exception>
    public long Next(long least = 0, long most = long.MaxValue)
    {
        if (_next == state.Numbers.Length || state.Numbers[_next] < least || state.Numbers[_next] > most)
        {
            throw Damaged();
        }

        return state.Numbers[_next++];
    }

    /// <summary>The next floating-point number, finite and 0 or more.</summary>
    /// <exception cref="StreamStateFormatException">It is none.</exception>
    public double NextFinite()
    {
        double number = BitConverter.Int64BitsToDouble(Next(long.MinValue));
        return double.IsFinite(number) && number >= 0 ? number : throw Damaged();
    }

    /// <summary>The rows that waited.</summary>
    /// <exception cref="StreamStateFormatException">They are too many, or of another type.</exception>
    public ReadOnlySpan<T> Rows<T>(int most) => state.Rows switch
    {
        { Length: 0 } => [],
        T[] rows when rows.Length <= most => rows,
        _ => throw Damaged(),
    };

    private StreamStateFormatException Damaged() => new($"The numbers or rows of the state are none that the operator {state.Configuration} can have.");
}
