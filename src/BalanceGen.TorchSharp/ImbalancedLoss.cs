using global::TorchSharp;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>A loss over rows: the weighted losses of the rows, divided by a stated divisor.</summary>
/// <remarks>
/// <para>
/// Every loss of this package is finite for finite logits. It is 0, with a gradient of 0, for a batch without rows, a batch of ignored rows, and a batch whose weights are
/// all 0. A single-class batch needs no special treatment. Logits of ignored
/// rows may be anything, NaN included.
/// </para>
/// <para>
/// Logits in float16 or bfloat16 are converted to float32, and the loss is then float32, because float16 cannot hold a sum over 70,000
/// rows. Their gradients have the type of the logits.
/// </para>
/// <para>
/// Weights are registered buffers: they move with <c>loss.to(device)</c>, are in the <c>state_dict</c>, and survive the dispose scope in
/// which the loss was made. Dispose of the loss when you are done with it. Like all modules, it is not thread-safe.
/// </para>
/// </remarks>
public abstract class ImbalancedLoss : nn.Module<Tensor, Tensor, Tensor>
{
    private const string WeightBuffer = "class_weights";

    private protected ImbalancedLoss(string name, LossReduction reduction)
        : base(name)
    {
        if (!Enum.IsDefined(reduction))
        {
            throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "There is no such reduction.");
        }

        Reduction = reduction;
    }

    /// <summary>What the sum of the rows' weighted losses is divided by: the number of rows that are not ignored, or the sum of their weights.</summary>
    public LossReduction Reduction { get; }

    /// <summary>The loss of a batch, a scalar.</summary>
    /// <param name="logits">What the model says, of the shape [B, C].</param>
    /// <param name="target">The truth; see the loss.</param>
    public override Tensor forward(Tensor logits, Tensor target) => forward(logits, target, null);

    /// <summary>
    /// The loss of a batch whose rows have weights of their own, such as <see cref="TensorBatch.Weights"/>. They are multiplied with the
    /// weights of the classes, if the loss has any.
    /// </summary>
    /// <param name="logits">What the model says, of the shape [B, C].</param>
    /// <param name="target">The truth; see the loss.</param>
    /// <param name="sampleWeights">The weights of the rows, of the shape [B], 0 or more; null for 1.</param>
    public Tensor forward(Tensor logits, Tensor target, Tensor? sampleWeights)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor losses, Tensor weights, Tensor counted) = Weighed(Precise(logits), target);
        if (sampleWeights is not null)
        {
            if (!sampleWeights.shape.AsSpan().SequenceEqual(weights.shape))
            {
                throw new ArgumentException($"The sample weights have the shape [{string.Join(", ", sampleWeights.shape)}]; [{weights.shape[0]}] is needed, one for each row.", nameof(sampleWeights));
            }

            weights = weights * sampleWeights.to(weights.dtype, weights.device).Filled(counted.logical_not(), 0);
        }

        Tensor divisor = Reduction == LossReduction.SumOverBatchSize ? counted.sum(ScalarType.Int64).to(losses.dtype) : weights.sum();
        return ((losses * weights).sum() / divisor.Filled(divisor.EqualTo(0), 1)).MoveToOuterDisposeScope();
    }

    /// <summary>The weighted loss of each row, of the shape [B]; 0 for ignored rows. Nothing is divided.</summary>
    /// <param name="logits">What the model says, of the shape [B, C].</param>
    /// <param name="target">The truth; see the loss.</param>
    public Tensor RowLosses(Tensor logits, Tensor target)
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor losses, Tensor weights, _) = Weighed(Precise(logits), target);
        return (losses * weights).MoveToOuterDisposeScope();
    }

    /// <summary>The loss of each row (0 where it is ignored), its weight (likewise) and whether it is counted.</summary>
    private protected abstract (Tensor Losses, Tensor Weights, Tensor Counted) Weighed(Tensor logits, Tensor target);

    /// <summary>Numbers that a sum over a batch does not overflow.</summary>
    private static Tensor Precise(Tensor logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        return logits.dtype is ScalarType.Float16 or ScalarType.BFloat16 ? logits.to(ScalarType.Float32) : logits;
    }

    /// <summary>Keeps the weights of the classes as a buffer.</summary>
    private protected void RegisterWeights(ClassWeights? weights)
    {
        if (weights is not null)
        {
            Register(WeightBuffer, weights.Values);
        }
    }

    /// <summary>Keeps one number per class as a buffer.</summary>
    private protected void Register(string name, ReadOnlySpan<double> values) =>
        register_buffer(name, NativeTensors.Of(values, null, ScalarType.Float32));

    /// <summary>The weights of the classes; null where there are none.</summary>
    private protected Tensor? RegisteredWeights => get_buffer(WeightBuffer);

    /// <summary>A buffer that the constructor registered. It is asked for each time, because moving the module replaces it.</summary>
    private protected Tensor Registered(string name) => get_buffer(name)!;

    private protected static void RefuseOtherShape(Tensor logits, Tensor target, bool sameShape)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(target);
        long[] expected = sameShape ? logits.shape : logits.shape[..1];
        if (logits.dim() != 2 || !target.shape.AsSpan().SequenceEqual(expected))
        {
            throw new ArgumentException($"The logits have the shape [{string.Join(", ", logits.shape)}] and the target [{string.Join(", ", target.shape)}]; [B, C] and {(sameShape ? "[B, C]" : "[B]")} are needed.", nameof(target));
        }
    }

    private protected static void RefuseOtherClasses(int known, Tensor logits)
    {
        if (known != logits.shape[1])
        {
            throw new ArgumentException($"The loss is for {known} classes and the logits have the shape [{string.Join(", ", logits.shape)}].", nameof(logits));
        }
    }
}
