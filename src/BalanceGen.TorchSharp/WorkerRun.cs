namespace BalanceGen.TorchSharp;

/// <summary>An enumeration whose batches are made ahead by the core's loader.</summary>
internal sealed class WorkerRun : TensorRun
{
    private readonly TensorLedger _ledger = new();
    private readonly IAsyncEnumerator<TensorBatch> _batches;

    /// <param name="load">Starts the loader, given what takes note of each batch that a worker made.</param>
    /// <param name="cancellation">Ends the enumeration with an <see cref="OperationCanceledException"/>.</param>
    public WorkerRun(Func<Func<TensorBatch, TensorBatch>, IAsyncEnumerable<TensorBatch>> load, CancellationToken cancellation)
    {
        _batches = load(_ledger.Enter).GetAsyncEnumerator(cancellation);
    }

    public override async ValueTask<TensorBatch?> NextAsync()
    {
        if (!await _batches.MoveNextAsync().ConfigureAwait(false))
        {
            return null;
        }

        _ledger.HandOver(_batches.Current);
        return _batches.Current;
    }

    public override async ValueTask EndAsync()
    {
        try
        {
            await _batches.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _ledger.Close();
        }
    }
}
