namespace BalanceGen;

/// <summary>One weight per row, as Keras' <c>sample_weight</c>. A loss multiplies each row's term with it.</summary>
/// <remarks>Every weight is finite and 0 or more. Immutable and thread-safe. 8 bytes a row.</remarks>
public sealed partial class SampleWeights
{
    private readonly double[] _values;

    /// <summary>Weights that are already known; they are copied.</summary>
    /// <param name="values">One weight per row, finite and 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, NaN or infinite; the error names the row.</exception>
    public SampleWeights(ReadOnlySpan<double> values)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsFinite(values[row]) || values[row] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[row], $"The weight of row {row} must be finite and 0 or more.");
            }
        }

        _values = values.ToArray();
    }

    /// <inheritdoc cref="SampleWeights(ReadOnlySpan{double})"/>
    [OverloadResolutionPriority(-1)]
    public SampleWeights(ReadOnlySpan<float> values)
        : this((ReadOnlySpan<double>)Doubles.Of(values))
    {
    }

    internal SampleWeights(double[] validated) => _values = validated;

    /// <summary>The number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>The weights in row order.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The weight of a row.</summary>
    /// <param name="row">A row of [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The row is outside that range.</exception>
    public double this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_values.Length, nameof(row));
            return _values[row];
        }
    }
}
