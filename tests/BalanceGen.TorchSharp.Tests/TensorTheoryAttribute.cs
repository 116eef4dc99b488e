namespace BalanceGen.TorchSharp.Tests;

/// <summary>A theory about tensors; skipped, visibly, where TorchSharp's native library does not load.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TensorTheoryAttribute : TheoryAttribute
{
    public TensorTheoryAttribute() => Skip = NativeLibrary.ReasonToSkip;
}
