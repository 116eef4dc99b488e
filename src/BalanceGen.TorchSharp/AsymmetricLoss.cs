using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>
/// The asymmetric loss for rows with several classes (Ridnik et al. 2021, arXiv 2009.14119), added up over the classes: −(1 − p)^γ₊·log p
/// for each class of the row, and −p_m^γ₋·log(1 − p_m) with p_m = max(p − m, 0) for each other class.
/// </summary>
/// <remarks>
/// The target is 1 for the classes of a row and 0 for the others, of the shape [B, C] as <see cref="TensorLoadOptions.MultiLabelIndex"/> makes it; a negative number means
/// that the class is not known, and is ignored. If all classes of a row are unknown, the row is ignored.
/// </remarks>
public sealed class AsymmetricLoss : ImbalancedLoss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="gammaNegative">γ₋, of [0, 100].</param>
    /// <param name="gammaPositive">γ₊, of [0, 100].</param>
    /// <param name="clip">The probability margin m, of [0, 1).</param>
    /// <param name="reduction">What the sum is divided by.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range or NaN, or there is no such reduction.</exception>
    public AsymmetricLoss(double gammaNegative = 4, double gammaPositive = 1, double clip = 0.05, LossReduction reduction = LossReduction.SumOverBatchSize)
        : base(nameof(AsymmetricLoss), reduction)
    {
        GammaNegative = Exponent.Check(gammaNegative, nameof(gammaNegative));
        GammaPositive = Exponent.Check(gammaPositive, nameof(gammaPositive));
        Clip = clip is >= 0 and < 1 ? clip : throw new ArgumentOutOfRangeException(nameof(clip), clip, "The probability margin must be of [0, 1).");
    }

    /// <summary>γ₋: how fast a class that a row has not loses its weight once the model knows.</summary>
    public double GammaNegative { get; }

    /// <summary>γ₊: the same for the classes that a row has.</summary>
    public double GammaPositive { get; }

    /// <summary>m: probabilities of classes that a row has not, up to m, cost nothing.</summary>
    public double Clip { get; }

    private protected override (Tensor Losses, Tensor Weights, Tensor Counted) Weighed(Tensor logits, Tensor target)
    {
        RefuseOtherShape(logits, target, sameShape: true);
        Tensor unknown = target.LessThan(0);
        Tensor known = logits.Filled(unknown, 0);
        Tensor truth = target.to(logits.dtype).Filled(unknown, 0);
        Tensor probability = known.sigmoid();
        Tensor positive = nn.functional.logsigmoid(known) * known.neg().sigmoid().AtLeast(1e-12).ToPower(GammaPositive);

        // Without a margin log σ(−z) is exact where 1 − p would cancel; with one, 1 − p_m is m or more.
        Tensor clipped = probability.Minus(Clip).AtLeast(0);
        Tensor logOther = Clip == 0 ? nn.functional.logsigmoid(known.neg()) : clipped.neg().Minus(-1).log();
        Tensor negative = logOther * clipped.AtLeast(1e-12).ToPower(GammaNegative);
        Tensor losses = (truth * positive).Plus(truth.neg().Minus(-1) * negative).Filled(unknown, 0).sum(1).neg();
        Tensor counted = unknown.logical_not().any(1);
        return (losses, counted.to(losses.dtype), counted);
    }
}
