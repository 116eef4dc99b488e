using global::TorchSharp;
using static global::TorchSharp.torch;

namespace BalanceGen.TorchSharp;

/// <summary>A last layer that corrects the logits of a model that was trained on balanced draws to those of the deployment: it adds log(π_c/p_c).</summary> <remarks>Put it
/// after the model for predictions, not for training. The offsets are a registered buffer and move with the module. See docs/calibration.md.</remarks>
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
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        return (input + get_buffer(OffsetBuffer)!.to(input.dtype)).MoveToOuterDisposeScope();
    }
}
