using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>Cross entropy with class weights: −w_y·log p_y, with an explicit divisor.</summary>
/// <remarks>
/// With <see cref="LossReduction.MeanWithSampleWeight"/> it is what <c>torch.nn.CrossEntropyLoss(weight)</c> computes, except that a batch
/// whose rows are all ignored gives 0 and not NaN. With <see cref="LossReduction.SumOverBatchSize"/>, as in Keras, a row's share of the
/// loss does not depend on its neighbours.
/// </remarks>
public sealed class WeightedCrossEntropyLoss : SingleLabelLoss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="weights">The weights of the classes; null for 1.</param>
    /// <param name="reduction">What the sum is divided by.</param>
    /// <param name="ignoreIndex">The target of rows that are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such reduction.</exception>
    public WeightedCrossEntropyLoss(ClassWeights? weights, LossReduction reduction, long ignoreIndex = ClassIndex.Ignored)
        : base(nameof(WeightedCrossEntropyLoss), reduction, ignoreIndex) => RegisterWeights(weights);

    private protected override Tensor Losses(Tensor logits, Tensor target) => LogProbability(logits, target).neg();
}
