namespace BalanceGen.TorchSharp;

/// <summary>The batches of an epoch as tensors. Made by <see cref="TensorBatching"/>.</summary>
/// <typeparam name="T">The record type.</typeparam>
/// <remarks>
/// <para>
/// Use it with <c>foreach</c> or <c>await foreach</c>. Each loop is a run of its own, with its own workers. For any number of workers,
/// rows, order and states are those of the <see cref="Batches{T}"/> it was made from.
/// </para>
/// <para>
/// A batch belongs to the loop (see <see cref="TensorBatch"/>). That is why this is no <see cref="IEnumerable{T}"/>: the batches of a list would already be disposed of, so
/// making one does not compile. When the loop ends, by its end, a
/// <c>break</c>, an error or cancellation, every tensor that was made ahead was disposed of and every worker has ended.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class TensorBatches<T>
{
    private readonly Batches<T> _batches;
    private readonly Func<Batches<T>, CancellationToken, TensorRun> _start;
    private readonly CancellationToken _cancellation;

    internal TensorBatches(Batches<T> batches, Func<Batches<T>, CancellationToken, TensorRun> start, CancellationToken cancellation = default)
    {
        _batches = batches;
        _start = start;
        _cancellation = cancellation;
    }

    /// <summary>The number of rows in a batch; an epoch's last batch may have fewer.</summary>
    public int BatchSize => _batches.BatchSize;

    /// <summary>The epoch that a loop goes through.</summary>
    public long EpochNumber => _batches.EpochNumber;

    /// <summary>Exactly how many batches a loop gets.</summary>
    public long Count => _batches.Count;

    /// <summary>The batches of another epoch.</summary>
    /// <param name="epoch">The epoch, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epoch"/> is negative.</exception>
    public TensorBatches<T> Epoch(long epoch) => new(_batches.Epoch(epoch), _start, _cancellation);

    /// <summary>What is left of an interrupted epoch: the first batch starts with the very next draw.</summary>
    /// <param name="state">A state of the same sampler, from <see cref="TensorBatch.State"/>.</param>
    /// <exception cref="SamplerStateMismatchException">The state is of another version, seed or configuration.</exception>
    public TensorBatches<T> ResumeFrom(SamplerState state) => new(_batches.ResumeFrom(state), _start, _cancellation);

    /// <summary>The same batches; a loop over them ends with an <see cref="OperationCanceledException"/> when the token is cancelled.</summary>
    /// <param name="cancellation">The token.</param>
    public TensorBatches<T> WithCancellation(CancellationToken cancellation) => new(_batches, _start, cancellation);

    /// <summary>Starts a loop.</summary>
    public TensorBatchEnumerator GetEnumerator() => new(_start(_batches, _cancellation));

    /// <summary>Starts a loop whose thread does not wait.</summary>
    /// <param name="cancellation">Ends the loop with an <see cref="OperationCanceledException"/>; <see cref="WithCancellation"/> does the same.</param>
    public TensorBatchEnumerator GetAsyncEnumerator(CancellationToken cancellation = default) => new(_start(_batches, cancellation.CanBeCanceled ? cancellation : _cancellation));
}
