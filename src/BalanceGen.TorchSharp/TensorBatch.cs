using global::TorchSharp;

namespace BalanceGen.TorchSharp;

/// <summary>A batch as tensors.</summary>
/// <remarks>
/// <para>
/// The loop owns it: its tensors are disposed of when the next batch is asked for, and when the loop ends, however it ends. You need not do anything for that. To keep a
/// batch, call <see cref="Detach"/> inside the loop. Then you must dispose of it. A batch that was disposed of throws an <see cref="ObjectDisposedException"/> when it is
/// used.
/// </para>
/// <para>The tensors belong to no dispose scope. You may dispose of a batch early, and more than once. Not thread-safe.</para>
/// </remarks>
public sealed class TensorBatch : IDisposable
{
    private readonly torch.Tensor _input;
    private readonly torch.Tensor _target;
    private readonly torch.Tensor? _weights;
    private readonly long[] _rows;
    private bool _disposed;

    internal TensorBatch(torch.Tensor input, torch.Tensor target, torch.Tensor? weights, long[] rows, IReadOnlyList<FailedRow> failures, long epoch, SamplerState state)
    {
        _input = input;
        _target = target;
        _weights = weights;
        _rows = rows;
        Failures = failures;
        Epoch = epoch;
        State = state;
    }

    /// <summary>The rows as they were encoded, of the shape [B, …].</summary>
    /// <exception cref="ObjectDisposedException">The batch was given back.</exception>
    public torch.Tensor Input => Alive(_input);

    /// <summary>The class indices as int64, of the shape [B]; with label sets 0 and 1 as float, of the shape [B, C].</summary>
    /// <exception cref="ObjectDisposedException">The batch was given back.</exception>
    public torch.Tensor Target => Alive(_target);

    /// <summary>The weights of the rows as float, of the shape [B]; null without <see cref="TensorLoadOptions.Weights"/>.</summary>
    /// <exception cref="ObjectDisposedException">The batch was given back.</exception>
    public torch.Tensor? Weights => _weights is null ? null : Alive(_weights);

    /// <summary>The number of rows B.</summary>
    public int Count => _rows.Length;

    /// <summary>The row numbers in the data set.</summary>
    public ReadOnlySpan<long> RowNumbers => _rows;

    /// <summary>The rows that were left out, where that is the policy.</summary>
    public IReadOnlyList<FailedRow> Failures { get; }

    /// <summary>The epoch of the batch.</summary>
    public long Epoch { get; }

    /// <summary>The state from which a later run continues with the batch after this one; see <see cref="TensorBatches{T}.ResumeFrom"/>.</summary>
    public SamplerState State { get; }

    /// <summary>Whether the batch was taken out of the loop's hands.</summary>
    internal bool IsDetached { get; private set; }

    /// <summary>Takes the batch out of the loop's hands, so that it outlives the loop. Dispose of it when you are done with it.</summary>
    /// <returns>This batch.</returns>
    /// <exception cref="ObjectDisposedException">The batch was given back.</exception>
    public TensorBatch Detach()
    {
        _ = Input;
        IsDetached = true;
        return this;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        _disposed = true;
        _input.Dispose();
        _target.Dispose();
        _weights?.Dispose();
    }

    /// <summary>Gives the memory back unless the batch was taken out.</summary>
    internal void Release()
    {
        if (!IsDetached)
        {
            Dispose();
        }
    }

    private torch.Tensor Alive(torch.Tensor tensor) => !_disposed
        ? tensor
        : throw new ObjectDisposedException(
            nameof(TensorBatch), "The loop gave this batch back when it asked for the next one, or when it ended. Call Detach() inside the loop to keep a batch, and dispose of it yourself.");
}
