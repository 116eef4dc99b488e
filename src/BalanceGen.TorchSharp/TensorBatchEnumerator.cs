namespace BalanceGen.TorchSharp;

/// <summary>A loop over batches, which owns the current batch. <c>foreach</c> and <c>await foreach</c> dispose of it.</summary>
/// <remarks>For one thread at a time.</remarks>
public sealed class TensorBatchEnumerator : IDisposable, IAsyncDisposable
{
    private readonly TensorRun _run;
    private TensorBatch? _current;
    private bool _ended;

    internal TensorBatchEnumerator(TensorRun run) => _run = run;

    /// <summary>The batch at hand. It is given back by the next call of <see cref="MoveNext"/> and at the end, unless it was detached.</summary>
    /// <exception cref="InvalidOperationException">There is none: before the first batch or after the last.</exception>
    public TensorBatch Current => _current ?? throw new InvalidOperationException("There is no batch before the first call of MoveNext and after the last batch.");

    /// <summary>Gives the batch at hand back and moves to the next one.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="RowLoadException">A row could not be encoded, where that is an error; the batches before it were delivered.</exception>
    /// <exception cref="OperationCanceledException">The loop was cancelled.</exception>
    public bool MoveNext()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        Release();
        _current = _run.Next();
        return _current is not null;
    }

    /// <inheritdoc cref="MoveNext"/>
    public async ValueTask<bool> MoveNextAsync()
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        Release();
        _current = await _run.NextAsync().ConfigureAwait(false);
        return _current is not null;
    }

    /// <summary>Ends the loop: gives the batch at hand and all that were made ahead back, and waits for the workers.</summary>
    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            Release();
            _run.End();
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        if (_ended)
        {
            return default;
        }

        _ended = true;
        Release();
        return _run.EndAsync();
    }

    private void Release()
    {
        _current?.Release();
        _current = null;
    }
}
