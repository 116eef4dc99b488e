namespace BalanceGen.Loading;

/// <summary>A batch on its way through the workers. There are as many as batches may be in memory; each is used again and again.</summary>
internal sealed class LoadSlot<T, TDecoded, TResult>(RowDecoder<T, TDecoded> decoder) : LoadOrder<T>
{
    private readonly List<FailedRow> _failures = [];
    private TDecoded[] _decoded = [];
    private bool[] _isDecoded = [];
    private SlotContent _content;
    private TaskCompletionSource _done = new();
    private int _piecesLeft;
    private FailedRow? _fatal;
    private int _attempts;

    /// <summary>Completes when every row was dealt with.</summary>
    public Task Done => _done.Task;

    /// <summary>The error that ends the loader, of the first such row of the batch; null if there is none.</summary>
    public RowLoadException? Error => _fatal is { } failed ? new RowLoadException(failed, _attempts) : null;

    /// <summary>Gets ready for the rows that were put into the order.</summary>
    public void Begin(int pieces)
    {
        _failures.Clear();
        _fatal = null;
        _piecesLeft = pieces;
        _content = SlotContent.Rows;
        _isDecoded = _isDecoded.Length >= Count ? _isDecoded : new bool[Count];
        _isDecoded.AsSpan(0, Count).Clear();
        _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!decoder.Pools)
        {
            _decoded = new TDecoded[Count];
            return;
        }

        int created = _decoded.Length;
        if (created < Count)
        {
            Array.Resize(ref _decoded, Count);
            for (int place = created; place < Count; place++)
            {
                _decoded[place] = decoder.Create();
            }
        }
    }

    public TDecoded Pooled(int place) => _decoded[place];

    public void Succeed(int place, TDecoded value)
    {
        _decoded[place] = value;
        _isDecoded[place] = true;
    }

    public void Fail(int place, Exception error, int attempts, bool skip)
    {
        var failed = new FailedRow(RowNumbers[place], place, error);
        lock (_failures)
        {
            if (skip)
            {
                _failures.Add(failed);
            }
            else if (_fatal is not { } earlier || earlier.IndexInBatch > place)
            {
                _fatal = failed;
                _attempts = attempts;
            }
        }
    }

    /// <summary>Takes note that a piece of the batch was dealt with.</summary>
    /// <returns>Whether it was the last one, so that the caller has to finish the batch.</returns>
    public bool EndPiece() => Interlocked.Decrement(ref _piecesLeft) == 0;

    /// <summary>What the consumer gets.</summary>
    public TResult Result { get; private set; } = default!;

    /// <summary>Makes the result, on the worker that decoded the last row, and lets the consumer have it. An error of the collation is the consumer's.</summary>
    public void Finish(Func<LoadedBatch<TDecoded>, TResult> collate)
    {
        try
        {
            if (_fatal is null)
            {
                Result = collate(ToBatch());
                _content = SlotContent.Result;
            }

            _done.SetResult();
        }
        catch (Exception error)
        {
            _done.SetException(error);
        }
    }

    /// <summary>The result, which is the consumer's from now on.</summary>
    public TResult HandOver()
    {
        _content = SlotContent.Nothing;
        return Result;
    }

    /// <summary>
    /// Disposes of what was made and not handed over: a result, or decoded rows that have not become one; and of pooled values, which are the loader's. Goes on after an error.
    /// </summary>
    public async ValueTask DisposeAsync(List<Exception> errors)
    {
        SlotContent content = _content;
        _content = SlotContent.Nothing;
        if (content == SlotContent.Result && Result is not LoadedBatch<TDecoded>)
        {
            await DisposeAsync(Result, errors).ConfigureAwait(false);
        }

        for (int place = 0; place < _decoded.Length; place++)
        {
            if (decoder.Pools || (content != SlotContent.Nothing && _isDecoded[place] && (content == SlotContent.Rows || Result is LoadedBatch<TDecoded>)))
            {
                await DisposeAsync(_decoded[place], errors).ConfigureAwait(false);
            }
        }

        _decoded = [];
    }

    private static async ValueTask DisposeAsync<TValue>(TValue value, List<Exception> errors)
    {
        try
        {
            switch (value)
            {
                case IAsyncDisposable disposable:
                    await disposable.DisposeAsync().ConfigureAwait(false);
                    break;
                case IDisposable disposable:
                    disposable.Dispose();
                    break;
            }
        }
        catch (Exception error)
        {
            errors.Add(error);
        }
    }

    /// <summary>The batch without the rows that were left out.</summary>
    private LoadedBatch<TDecoded> ToBatch()
    {
        FailedRow[] failures = [.. _failures.OrderBy(failed => failed.IndexInBatch)];
        int kept = 0;
        for (int place = 0, next = 0; place < Count; place++)
        {
            if (next < failures.Length && failures[next].IndexInBatch == place)
            {
                next++;
                continue;
            }

            // Exchanged, not overwritten: a pooled value must not be lost or be there twice.
            (_decoded[kept], _decoded[place]) = (_decoded[place], _decoded[kept]);
            (_isDecoded[kept], _isDecoded[place]) = (_isDecoded[place], _isDecoded[kept]);
            RowNumbers[kept] = RowNumbers[place];
            if (ClassIndices.Length > 0)
            {
                ClassIndices[kept] = ClassIndices[place];
            }

            if (Contexts.Length > 0)
            {
                Contexts[kept] = Contexts[place];
            }

            kept++;
        }

        return new LoadedBatch<TDecoded>(
            _decoded.AsMemory(0, kept),
            RowNumbers.AsMemory(0, kept),
            ClassIndices.AsMemory(0, Math.Min(kept, ClassIndices.Length)),
            Contexts.AsMemory(0, Math.Min(kept, Contexts.Length)),
            failures,
            Position);
    }
}
