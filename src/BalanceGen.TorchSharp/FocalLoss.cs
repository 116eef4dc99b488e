using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>The focal loss over a softmax (Lin et al. 2017, arXiv 1708.02002): −α_y·(1 − p_y)^γ·log p_y. Rows that the model has learned have little effect.</summary>
/// <remarks>With γ = 0 it is the weighted cross entropy.</remarks>
public sealed class FocalLoss : SingleLabelLoss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="gamma">γ, of [0, 100]; the paper uses 2.</param>
    /// <param name="alpha">α, one weight per class; null for 1.</param>
    /// <param name="reduction">What the sum is divided by.</param>
    /// <param name="ignoreIndex">The target of rows that are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is outside its range or NaN, or there is no such reduction.</exception>
    public FocalLoss(double gamma = 2, ClassWeights? alpha = null, LossReduction reduction = LossReduction.SumOverBatchSize, long ignoreIndex = ClassIndex.Ignored)
        : base(nameof(FocalLoss), reduction, ignoreIndex)
    {
        Gamma = Exponent.Check(gamma, nameof(gamma));
        RegisterWeights(alpha);
    }

    /// <summary>γ: how fast a row that is learned loses its weight.</summary>
    public double Gamma { get; }

    private protected override Tensor Losses(Tensor logits, Tensor target)
    {
        Tensor logProbability = LogProbability(logits, target);
        return (Modulation(logProbability, Gamma) * logProbability).neg();
    }
}
