namespace BalanceGen.TorchSharp.Tests;

/// <summary>A fact about tensors; skipped, visibly, where TorchSharp's native library does not load.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TensorFactAttribute : FactAttribute
{
    public TensorFactAttribute() => Skip = NativeLibrary.ReasonToSkip;
}
