using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>How batches become tensors.</summary>
/// <remarks>Immutable; change one part with <c>with</c>.</remarks>
public sealed record TensorLoadOptions
{
    private readonly int _workers = Environment.ProcessorCount;

    /// <summary>The device of the tensors; null, the default, for the processor's memory. The copy to the device is made by the worker that finishes the batch.</summary>
    public torch.Device? Device { get; init; }

    /// <summary>
    /// How many threads encode rows ahead of the loop, of [0, 1024]. The default is the number of processors. A <c>foreach</c> that would
    /// have to wait for a batch encodes rows of it as well. With 0, the thread of the loop encodes all rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Workers
    {
        get => _workers;
        init => _workers = value is >= 0 and <= 1024 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of workers must be of [0, 1024].");
    }

    /// <summary>How many batches are ready ahead of the one at hand, of [1, 65536]; 4 by default. It bounds the memory. Without workers nothing is made ahead.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Prefetch
    {
        get => Loading.Prefetch;
        init => Loading = Loading with { Prefetch = value };
    }

    /// <summary>What happens to a row whose encoding failed.</summary>
    public RowFailurePolicy OnFailure
    {
        get => Loading.OnFailure;
        init => Loading = Loading with { OnFailure = value };
    }

    /// <summary>Is told how far the loop is, if given. Without workers it is not.</summary>
    public IProgress<LoadProgress>? Progress
    {
        get => Loading.Progress;
        init => Loading = Loading with { Progress = value };
    }

    /// <summary>The weights of the rows, for <see cref="TensorBatch.Weights"/>; null, the default, for none.</summary>
    public SampleWeighting? Weights { get; init; }

    /// <summary>
    /// The label sets of the rows, for a data set with several labels a row. <see cref="TensorBatch.Target"/> is then of float and has the
    /// shape [B, C]: 1 for each class of the row, 0 for the others.
    /// </summary>
    public MultiLabelIndex? MultiLabelIndex { get; init; }

    /// <summary>What the core's loader is told.</summary>
    internal LoadOptions Loading { get; private init; } = new();
}
