namespace BalanceGen.Weights;

/// <summary>
/// What happens to a batch whose counted rows are all of one class although more are declared. In such a batch there is no other class to compare with. A loss that divides
/// by the ratio of the absent class becomes NaN or infinity.
/// </summary>
public enum SingleClassBatchPolicy
{
    /// <summary>The formula is used with the one class that is present: Balanced and InverseShare give 1, InverseCount gives 1/B. The default.</summary>
    PresentClasses,

    /// <summary>Every counted row has the weight 1, whatever the formula.</summary>
    Unweighted,

    /// <summary>Every row has the weight 0: the batch does not train.</summary>
    ZeroWeight,

    /// <summary>The batch is an error: <see cref="SingleClassBatchException"/>.</summary>
    Throw,
}
