namespace BalanceGen.TorchSharp;

/// <summary>Batches of rows that lie in no array, such as rows of files, as tensors. Made by <see cref="TensorSources"/>.</summary>
/// <remarks>
/// <para>
/// Use it with <c>foreach</c> or <c>await foreach</c>. Each loop is a run of its own, with its own workers. Rows, order and states are those of the source, for any number of
/// workers. To resume, make the source from the state of the last batch: <see cref="TensorBatch.State"/>.
/// </para>
/// <para>
/// A batch belongs to the loop (see <see cref="TensorBatch"/>), which is why this is no <see cref="IEnumerable{T}"/>. When the loop ends, by its end, a <c>break</c>, an error or
/// cancellation, every tensor that was made ahead was disposed of and every worker has ended.
/// </para>
/// <para>Immutable; as thread-safe as the source.</para>
/// </remarks>
public sealed class SourceTensorBatches
{
    private readonly Func<CancellationToken, TensorRun> _start;
    private readonly CancellationToken _cancellation;

    internal SourceTensorBatches(int batchSize, long count, Func<CancellationToken, TensorRun> start, CancellationToken cancellation = default)
    {
        BatchSize = batchSize;
        Count = count;
        _start = start;
        _cancellation = cancellation;
    }

    /// <summary>The number of rows in a batch; the last batch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>Exactly how many batches a loop gets.</summary>
    public long Count { get; }

    /// <summary>The same batches; a loop over them ends with an <see cref="OperationCanceledException"/> when the token is cancelled.</summary>
    /// <param name="cancellation">The token.</param>
    public SourceTensorBatches WithCancellation(CancellationToken cancellation) => new(BatchSize, Count, _start, cancellation);

    /// <summary>Starts a loop.</summary>
    public TensorBatchEnumerator GetEnumerator() => new(_start(_cancellation));

    /// <summary>Starts a loop whose thread does not wait.</summary>
    /// <param name="cancellation">Ends the loop with an <see cref="OperationCanceledException"/>; <see cref="WithCancellation"/> does the same.</param>
    public TensorBatchEnumerator GetAsyncEnumerator(CancellationToken cancellation = default) => new(_start(cancellation.CanBeCanceled ? cancellation : _cancellation));
}
