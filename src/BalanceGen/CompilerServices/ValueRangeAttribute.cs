namespace BalanceGen.CompilerServices;

/// <summary>The values that a parameter takes; the method throws an <see cref="ArgumentOutOfRangeException"/> for any other. Of a list: the values of each element.</summary>
/// <param name="minimum">The smallest value; not NaN.</param>
/// <param name="maximum">The largest value; not NaN, not below the smallest.</param>
/// <remarks>
/// Read by rule BALG0213, which reports a constant that lies outside. On a constructor of a sampler it stands for the parameter of the same name of the data
/// set's method too. No effect at run time.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ValueRangeAttribute(double minimum, double maximum) : Attribute
{
    /// <summary>The smallest value.</summary>
    public double Minimum { get; } = minimum;

    /// <summary>The largest value.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>Whether the smallest value itself is refused.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Whether the largest value itself is refused.</summary>
    public bool ExcludesMaximum { get; init; }
}
