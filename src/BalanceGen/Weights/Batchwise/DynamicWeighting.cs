namespace BalanceGen.Weights;

/// <summary>How weights are made from the counts of a single batch.</summary>
/// <remarks>
/// A small immutable value; the default value is <see cref="Balanced"/>. Change one part with <c>with</c>:
/// <c>DynamicWeighting.InverseShare with { Smoothing = 1 }</c>.
/// </remarks>
public readonly record struct DynamicWeighting
{
    /// <summary>w_c = B / (C_b·b_c), the balanced weights of the batch. The default.</summary>
    public static DynamicWeighting Balanced => default;

    /// <summary>w_c = 1 / b_c, the multi-class form <c>loss / classCount</c>.</summary>
    public static DynamicWeighting InverseCount => new() { Scheme = DynamicWeightScheme.InverseCount };

    /// <summary>w_c = B / b_c, the binary form <c>positives / positiveRatio + negatives / negativeRatio</c>.</summary>
    public static DynamicWeighting InverseShare => new() { Scheme = DynamicWeightScheme.InverseShare };

    /// <summary>The formula.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public DynamicWeightScheme Scheme
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The scheme is not defined.");
    }

    /// <summary>
    /// α of [0, 1e18], 0 for none: every declared class, absent ones included, is counted as b_c + α. Then B is Σ (b_c + α) and C_b is the
    /// number of declared classes, so that a class that is rare in the batch does not get an extreme weight.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range, between 0 and 1e-9, or NaN.</exception>
    public double Smoothing
    {
        get;
        init => field = value is 0 or (>= 1e-9 and <= 1e18)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The smoothing constant must be 0 or of [1e-9, 1e18].");
    }

    /// <summary>What happens to a batch whose rows are all of one class.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public SingleClassBatchPolicy SingleClassBatch
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The policy is not defined.");
    }

    /// <summary>
    /// A value that marks rows without a label, such as −1, −100 or 255; null for none. Such rows are not counted and have the weight 0.
    /// It is compared before the class index is, so that it may be of [0, class count).
    /// </summary>
    public int? IgnoreIndex { get; init; }
}
