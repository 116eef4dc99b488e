namespace BalanceGen.TorchSharp;

/// <summary>One enumeration of <see cref="TensorBatches{T}"/>.</summary>
internal abstract class TensorRun
{
    /// <summary>A run without workers, or with as many as the options say.</summary>
    public static TensorRun Start<T, TElement>(
        DrawnBatches<T> drawn, bool withContexts, TensorAssembly<TElement> assembly, ContextRowEncoder<T, TElement> encode, TensorLoadOptions options, CancellationToken cancellation)
        where TElement : unmanaged => options.Workers == 0
            ? new InlineRun<T, TElement>(drawn, assembly, encode, options.OnFailure, cancellation)
            : new WorkerRun<T, TElement>(drawn, withContexts, assembly, encode, options.Loading with { Workers = options.Workers }, cancellation);

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
