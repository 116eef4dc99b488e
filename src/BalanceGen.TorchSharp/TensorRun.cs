namespace BalanceGen.TorchSharp;

/// <summary>One enumeration of <see cref="TensorBatches{T}"/>.</summary>
internal abstract class TensorRun
{
    /// <summary>The next batch, which is the caller's; null at the end. The caller's thread waits for it.</summary>
    public abstract TensorBatch? Next();

    /// <summary>The next batch, without a thread that waits.</summary>
    public virtual ValueTask<TensorBatch?> NextAsync() => new(Next());

    /// <summary>Ends the enumeration: no thread and no tensor is left.</summary>
    public virtual void End()
    {
    }

    /// <inheritdoc cref="End"/>
    public virtual ValueTask EndAsync()
    {
        End();
        return default;
    }
}
