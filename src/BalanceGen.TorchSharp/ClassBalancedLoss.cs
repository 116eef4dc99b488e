using BalanceGen.CompilerServices;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>
/// The class-balanced loss (Cui et al. 2019, arXiv 1901.05555): each row is weighted by the effective number of samples of its class, w_y ∝
/// (1 − β)/(1 − β^n_y), with Σ w = C.
/// </summary>
public sealed class ClassBalancedLoss : SingleLabelLoss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="counts">The counts n_c of the training data.</param>
    /// <param name="beta">β, of [0, 1); the paper uses 0.9 to 0.9999.</param>
    /// <param name="lossType">The loss that is weighted.</param>
    /// <param name="gamma">γ of the focal form, of [0, 100].</param>
    /// <param name="zeroCounts">What happens to a class without rows, whose weight would be infinite.</param>
    /// <param name="ignoreIndex">The target of rows that are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN, or there is no such loss type.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public ClassBalancedLoss(
        ClassCounts counts, double beta, ClassBalancedLossType lossType = ClassBalancedLossType.CrossEntropy, double gamma = 2, ZeroCountPolicy zeroCounts = default, long ignoreIndex = ClassIndex.Ignored)
        : base(nameof(ClassBalancedLoss), LossReduction.SumOverBatchSize, ignoreIndex)
    {
        LossType = Enum.IsDefined(lossType) ? lossType : throw new ArgumentOutOfRangeException(nameof(lossType), lossType, "There is no such loss type.");
        Gamma = Exponent.Check(gamma, nameof(gamma));
        RegisterWeights(ClassWeights.EffectiveNumber(counts, beta, zeroCounts));
    }

    /// <summary>The loss that is weighted.</summary>
    public ClassBalancedLossType LossType { get; }

    /// <summary>γ of the focal form.</summary>
    public double Gamma { get; }

    private protected override Tensor Losses(Tensor logits, Tensor target)
    {
        if (LossType == ClassBalancedLossType.CrossEntropy)
        {
            return LogProbability(logits, target).neg();
        }

        // log p of what is true: log σ(z) of the row's class, log σ(−z) of the others.
        Tensor signs = logits.FilledLike(-1).scatter(1, target, ones_like(target).to(logits.dtype));
        Tensor logProbability = nn.functional.logsigmoid(logits * signs);
        Tensor losses = LossType == ClassBalancedLossType.Focal ? Modulation(logProbability, Gamma) * logProbability : logProbability;
        return losses.sum(1).neg();
    }
}
