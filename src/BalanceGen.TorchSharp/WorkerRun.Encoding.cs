using System.Diagnostics;

namespace BalanceGen.TorchSharp;

/// <content>What a thread does that encodes rows: one of the workers, or the loop's own.</content>
internal sealed partial class WorkerRun<T, TElement>
{
    private void Work()
    {
        while (true)
        {
            (EncodedBatch<T, TElement> Batch, int Start, int End) taken;
            lock (_gate)
            {
                while (true)
                {
                    if (_stop.IsCancellationRequested)
                    {
                        return;
                    }

                    if (Take() is { } some)
                    {
                        taken = some;
                        break;
                    }

                    if (_isDrawn)
                    {
                        return;
                    }

                    _idle++;
                    Monitor.Wait(_gate);
                    _idle--;
                }
            }

            Encode(taken.Batch, taken.Start, taken.End);
        }
    }

    /// <summary>Takes rows of the newest batch, or of the next one, if there may be one more ahead. Inside of the lock.</summary>
    private (EncodedBatch<T, TElement> Batch, int Start, int End)? Take()
    {
        if ((_newest is null || _newest.Next == _newest.Count)
            && (_isDrawn || _ahead.Count >= _options.Prefetch || _stop.IsCancellationRequested || !TryDraw()))
        {
            return null;
        }

        EncodedBatch<T, TElement> batch = _newest!;
        int start = batch.Next;
        batch.Next = start + (int)Math.Clamp(TimeAtOnce / Math.Max(1, _timeOfRow), 1, batch.Count - start);
        batch.Writers++;
        return (batch, start, batch.Next);
    }

    private bool TryDraw()
    {
        try
        {
            _isDrawn = !_drawn.MoveNext();
            if (!_isDrawn)
            {
                _newest = new EncodedBatch<T, TElement>(_drawn, _withContexts, _assembly);
                _ahead.Enqueue(_newest);
                return true;
            }
        }
        catch (Exception error)
        {
            // The loop gets it after the batches before it.
            _sourceError = error;
            _isDrawn = true;
        }

        Announce();
        return false;
    }

    private void Encode(EncodedBatch<T, TElement> batch, int start, int end)
    {
        long began = Stopwatch.GetTimestamp();
        try
        {
            batch.Encode(start, end, _encoder, () => _stop.IsCancellationRequested);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // While it waited for another attempt.
        }

        long timeOfRow = (Stopwatch.GetTimestamp() - began) / (end - start);
        bool isLast;
        lock (_gate)
        {
            _timeOfRow = (_timeOfRow + timeOfRow) / 2;
            batch.Left -= end - start;
            isLast = batch.Left == 0;
            if (_stop.IsCancellationRequested)
            {
                Leave(batch);
                return;
            }
        }

        if (isLast)
        {
            batch.Finish();
        }

        lock (_gate)
        {
            batch.IsDone |= isLast;
            Leave(batch);
            if (isLast && _ahead.TryPeek(out EncodedBatch<T, TElement>? head) && head == batch)
            {
                Announce();
            }
        }
    }

    /// <summary>Notes that a thread is no longer at a batch, which is its to give back where the run has ended meanwhile. Inside of the lock.</summary>
    private void Leave(EncodedBatch<T, TElement> batch)
    {
        if (--batch.Writers == 0 && _stop.IsCancellationRequested && !_ahead.Contains(batch))
        {
            batch.Discard();
        }
    }
}
