namespace BalanceGen.TorchSharp;

/// <summary>The batches that were made ahead and not handed over yet: whoever ends the loop disposes of them.</summary>
internal sealed class TensorLedger
{
    private readonly HashSet<TensorBatch> _waiting = [];
    private bool _closed;

    /// <summary>Takes note of a batch. After the end it is disposed of at once: a worker may finish one after the loop stopped waiting for it.</summary>
    public TensorBatch Enter(TensorBatch batch)
    {
        lock (_waiting)
        {
            if (!_closed)
            {
                _waiting.Add(batch);
                return batch;
            }
        }

        batch.Dispose();
        return batch;
    }

    /// <summary>Strikes out a batch that the loop has now.</summary>
    public void HandOver(TensorBatch batch)
    {
        lock (_waiting)
        {
            _waiting.Remove(batch);
        }
    }

    /// <summary>Disposes of all that is left.</summary>
    public void Close()
    {
        TensorBatch[] left;
        lock (_waiting)
        {
            _closed = true;
            left = [.. _waiting];
            _waiting.Clear();
        }

        foreach (TensorBatch batch in left)
        {
            batch.Dispose();
        }
    }
}
