using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>
/// The logit-adjusted loss (Menon et al. 2021, arXiv 2007.07314): the cross entropy of f + τ·log π, where π is each class's share of the
/// training data. With τ = 1 it is the balanced softmax (Ren et al. 2020, arXiv 2007.10740).
/// </summary>
/// <remarks>
/// The model's own logits f, without the priors, are then those of balanced data. Use them as they are. Do not combine the loss with a balanced sampler or class weights,
/// which make the same correction.
/// </remarks>
public sealed class LogitAdjustedLoss : SingleLabelLoss
{
    private const string PriorBuffer = "logit_priors";

    /// <summary>Makes the loss.</summary>
    /// <param name="priors">τ·log π of each class.</param>
    /// <param name="ignoreIndex">The target of rows that are left out.</param>
    public LogitAdjustedLoss(LogitPriors priors, long ignoreIndex = ClassIndex.Ignored)
        : base(nameof(LogitAdjustedLoss), LossReduction.SumOverBatchSize, ignoreIndex)
    {
        ArgumentNullException.ThrowIfNull(priors);
        Register(PriorBuffer, priors.Values);
    }

    private protected override Tensor Losses(Tensor logits, Tensor target)
    {
        Tensor priors = Registered(PriorBuffer);
        RefuseOtherClasses((int)priors.NumberOfElements, logits);
        return LogProbability(logits.Plus(priors.to(logits.dtype)), target).neg();
    }
}
