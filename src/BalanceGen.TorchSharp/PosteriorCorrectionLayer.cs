using global::TorchSharp;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>A last layer that corrects the logits of a model that was trained on balanced draws to those of the deployment: it adds log(π_c/p_c).</summary>
/// <remarks>Put it after the model for predictions, not for training. The offsets are a registered buffer and move with the module. See docs/calibration.md.</remarks>
public sealed class PosteriorCorrectionLayer : nn.Module<Tensor, Tensor>
{
    private const string OffsetBuffer = "logit_offsets";

    /// <summary>Makes the layer.</summary>
    /// <param name="correction">The correction.</param>
    /// <exception cref="InvalidOperationException">The deployment does not have a class, whose offset would be −∞.</exception>
    public PosteriorCorrectionLayer(PosteriorCorrection correction)
        : base(nameof(PosteriorCorrectionLayer))
    {
        ArgumentNullException.ThrowIfNull(correction);
        register_buffer(OffsetBuffer, NativeTensors.Of(correction.LogitOffsets(), null, ScalarType.Float32));
    }

    /// <summary>Adds the offsets.</summary>
    /// <param name="input">Logits, of the shape [B, C].</param>
    /// <exception cref="ArgumentException">The last dimension is not that of the classes.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        Tensor offsets = get_buffer(OffsetBuffer)!;

        // One logit a row would be repeated for every class.
        if (input.dim() == 0 || input.shape[^1] != offsets.NumberOfElements)
        {
            throw new ArgumentException($"The logits have the shape [{string.Join(", ", input.shape)}]; [B, {offsets.NumberOfElements}] is needed.", nameof(input));
        }

        return input.Plus(offsets.to(input.dtype)).MoveToOuterDisposeScope();
    }
}
