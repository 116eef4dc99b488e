namespace BalanceGen.TorchSharp;

/// <summary>An enumeration whose batches are made ahead by the core's loader, which disposes of those that it does not hand over.</summary>
internal sealed class WorkerRun(IAsyncEnumerable<TensorBatch> loader, CancellationToken cancellation) : TensorRun
{
    private readonly IAsyncEnumerator<TensorBatch> _batches = loader.GetAsyncEnumerator(cancellation);

    public override async ValueTask<TensorBatch?> NextAsync() => await _batches.MoveNextAsync().ConfigureAwait(false) ? _batches.Current : null;

    public override ValueTask EndAsync() => _batches.DisposeAsync();
}
