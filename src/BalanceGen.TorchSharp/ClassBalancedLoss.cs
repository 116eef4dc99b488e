using BalanceGen.CompilerServices;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>The class-balanced loss (Cui et al. 2019, arXiv 1901.05555): a loss weighted by the effective number of samples of the row's class, w_y ∝ (1 − β)/(1 − β^n_y), with Σ w = C.</summary>
public sealed class ClassBalancedLoss : SingleLabelLoss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="counts">The counts n_c of the training data.</param>
    /// <param name="beta">β, of [0, 1); the paper uses 0.9 to 0.9999.</param>
    /// <param name="form">The loss that is weighted.</param>
    /// <param name="gamma">γ of the focal form, of [0, 100].</param>
    /// <param name="zeroCounts">What happens to a class without rows, whose weight would be infinite.</param>
    /// <param name="ignoreIndex">The target of rows that are left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN, or there is no such form.</exception>
    /// <exception cref="EmptyDatasetException">The data set has no rows.</exception>
    /// <exception cref="EmptyClassException">A class has no rows and the policy is to throw.</exception>
    [CorrectsImbalance]
    public ClassBalancedLoss(
        ClassCounts counts, double beta, ClassBalancedForm form = ClassBalancedForm.CrossEntropy, double gamma = 2, ZeroCountPolicy zeroCounts = default, long ignoreIndex = ClassIndex.Ignored)
        : base(nameof(ClassBalancedLoss), WeightedMeanDivisor.BatchSize, ignoreIndex)
    {
        Form = Enum.IsDefined(form) ? form : throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form.");
        Gamma = Exponent.Check(gamma, nameof(gamma));
        RegisterWeights(ClassWeights.EffectiveNumber(counts, beta, zeroCounts));
    }

    /// <summary>The loss that is weighted.</summary>
    public ClassBalancedForm Form { get; }

    /// <summary>γ of the focal form.</summary>
    public double Gamma { get; }

    private protected override Tensor Losses(Tensor logits, Tensor target)
    {
        if (Form == ClassBalancedForm.CrossEntropy)
        {
            return LogProbability(logits, target).neg();
        }

        // log p of what is true: log σ(z) of the row's class, log σ(−z) of the others.
        Tensor signs = full_like(logits, -1).scatter(1, target, ones_like(target).to(logits.dtype));
        Tensor logProbability = nn.functional.logsigmoid(logits * signs);
        Tensor losses = Form == ClassBalancedForm.Focal ? Modulation(logProbability, Gamma) * logProbability : logProbability;
        return losses.sum(1).neg();
    }
}
