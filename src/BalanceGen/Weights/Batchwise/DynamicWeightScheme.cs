namespace BalanceGen.Weights;

/// <summary>
/// Which formula makes weights out of a batch's own counts. B is the number of counted rows of the batch, b_c the rows of class c
/// among them, C_b the number of classes that are present.
/// </summary>
public enum DynamicWeightScheme
{
    /// <summary>w_c = B / (C_b·b_c). The weights of a batch add up to B, so that the size of the loss stays comparable. The default.</summary>
    Balanced,

    /// <summary>
    /// w_c = 1 / b_c: the multi-class form <c>loss / classCount</c> of Keras custom losses. Every present class has the weight 1 in all,
    /// so that the weights of a batch add up to C_b.
    /// </summary>
    InverseCount,

    /// <summary>
    /// w_c = B / b_c: the form <c>positives / positiveRatio + negatives / negativeRatio</c> of Keras custom losses, for any number of
    /// classes. The weights of a batch add up to C_b·B.
    /// </summary>
    InverseShare,
}
