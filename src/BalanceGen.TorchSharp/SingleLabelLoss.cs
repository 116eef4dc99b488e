using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>
/// A loss for rows with one class each. The target has the shape [B] and holds class indices of [0, C) as int64. <see cref="IgnoreIndex"/>
/// marks rows that are left out.
/// </summary>
/// <remarks>
/// For a target that is no class, the loss throws an <see cref="UnknownLabelException"/> that names the row. It can do so only if the target
/// is in the processor's memory. Any other device reports the error itself, because asking it would make it wait.
/// </remarks>
public abstract class SingleLabelLoss : ImbalancedLoss
{
    private protected SingleLabelLoss(string name, LossReduction reduction, long ignoreIndex)
        : base(name, reduction) => IgnoreIndex = ignoreIndex;

    /// <summary>The target of rows that are left out; <see cref="ClassIndex.Ignored"/> by default.</summary>
    public long IgnoreIndex { get; }

    /// <summary>The loss of each row, without weights, of the shape [B].</summary>
    /// <param name="logits">Logits, of the shape [B, C]; 0 for ignored rows.</param>
    /// <param name="target">Class indices, of the shape [B, 1]; 0 for ignored rows.</param>
    private protected abstract Tensor Losses(Tensor logits, Tensor target);

    private protected override (Tensor Losses, Tensor Weights, Tensor Counted) Weighed(Tensor logits, Tensor target)
    {
        RefuseOtherShape(logits, target, sameShape: false);
        if (RegisteredWeights is { } ofClasses)
        {
            RefuseOtherClasses((int)ofClasses.NumberOfElements, logits);
        }

        RefuseUnknown(target, logits.shape[1]);
        Tensor ignored = target.EqualTo(IgnoreIndex);

        // Filled before, not masked after: 0 times the gradient of a NaN is NaN.
        Tensor classes = target.to(ScalarType.Int64).Filled(ignored, 0).unsqueeze(1);
        Tensor losses = Losses(logits.Filled(ignored.unsqueeze(1), 0), classes);
        Tensor weights = RegisteredWeights is { } known ? known.to(losses.dtype).index_select(0, classes.squeeze(1)) : ones_like(losses);
        return (losses, weights.Filled(ignored, 0), ignored.logical_not());
    }

    /// <summary>Refuses a target that is no class, and is not ignored.</summary>
    private void RefuseUnknown(Tensor target, long classes)
    {
        if (target.device_type != global::TorchSharp.DeviceType.CPU || target.NumberOfElements == 0)
        {
            return;
        }

        ReadOnlySpan<long> values = NativeTensors.Elements<long>(target.to(ScalarType.Int64).contiguous());
        for (int row = 0; row < values.Length; row++)
        {
            if ((ulong)values[row] >= (ulong)classes && values[row] != IgnoreIndex)
            {
                UnknownLabelException.Throw(values[row].ToString(CultureInfo.InvariantCulture), ClassSet.Numbered((int)classes), row);
            }
        }
    }

    /// <summary>The logarithm of the probability of each row's class, of the shape [B].</summary>
    private protected static Tensor LogProbability(Tensor logits, Tensor target) =>
        nn.functional.log_softmax(logits, 1).gather(1, target).squeeze(1);

    /// <summary>(1 − p)^γ of a probability's logarithm.</summary>
    /// <remarks>−expm1 does not cancel for p near 1. The least value keeps the gradient of a power below 1 finite where p is 1.</remarks>
    private protected static Tensor Modulation(Tensor logProbability, double gamma) =>
        logProbability.expm1().neg().AtLeast(1e-12).ToPower(gamma);
}
