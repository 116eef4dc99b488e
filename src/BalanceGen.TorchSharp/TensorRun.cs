namespace BalanceGen.TorchSharp;

/// <summary>One enumeration of <see cref="TensorBatches{T}"/>.</summary>
internal abstract class TensorRun
{
    /// <summary>The next batch, which is the caller's; null at the end.</summary>
    public abstract ValueTask<TensorBatch?> NextAsync();

    /// <summary>Ends the enumeration: no thread and no tensor is left.</summary>
    public virtual ValueTask EndAsync() => default;
}
