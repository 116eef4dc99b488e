namespace BalanceGen.Weights;

/// <summary>How the weighted losses of a batch become one number: the divisor of their sum.</summary>
public enum LossReduction
{
    /// <summary>
    /// The number of rows: Keras's <c>sum_over_batch_size</c>, its default. A row's share of the loss does not depend on its neighbours, and gradients
    /// can be accumulated over several batches.
    /// </summary>
    SumOverBatchSize,

    /// <summary>
    /// The sum of the weights: Keras's <c>mean_with_sample_weight</c>, PyTorch's <c>CrossEntropyLoss(weight)</c>. The result is a true mean of the losses, but a row's share
    /// depends on the other rows of its batch.
    /// </summary>
    MeanWithSampleWeight,
}
