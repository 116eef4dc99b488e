namespace BalanceGen.Weights;

/// <summary>What the sum of weighted losses of a batch is divided by.</summary>
public enum WeightedMeanDivisor
{
    /// <summary>
    /// The number of rows, as Keras does with sample weights. A row's share of the loss does not depend on its neighbours, and gradients
    /// can be accumulated over several batches.
    /// </summary>
    BatchSize,

    /// <summary>
    /// The sum of the weights, as PyTorch's <c>CrossEntropyLoss(weight)</c> does. The result is a true mean of the losses, but a row's share
    /// depends on the other rows of its batch.
    /// </summary>
    WeightSum,
}
