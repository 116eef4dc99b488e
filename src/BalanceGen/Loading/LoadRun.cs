using System.Diagnostics;
using System.Threading.Channels;

namespace BalanceGen.Loading;

/// <summary>
/// One enumeration of a loader. A pump takes batches from the source into free slots and hands their rows out in pieces; workers decode
/// them; the consumer takes the slots in the order in which they were filled, and gives each back when it asks for the next.
/// </summary>
internal sealed class LoadRun<T, TDecoded, TResult>
{
    /// <summary>A batch is cut into this many pieces per worker, so that one slow row does not keep the others of its piece waiting for long.</summary>
    private const int PiecesPerWorker = 2;

    private readonly Channel<LoadSlot<T, TDecoded, TResult>> _free = Channel.CreateUnbounded<LoadSlot<T, TDecoded, TResult>>();
    private readonly Channel<LoadSlot<T, TDecoded, TResult>> _ordered = Channel.CreateUnbounded<LoadSlot<T, TDecoded, TResult>>();
    private readonly Channel<LoadPiece<T, TDecoded, TResult>> _work = Channel.CreateUnbounded<LoadPiece<T, TDecoded, TResult>>();
    private readonly LoadSource<T> _source;
    private readonly LoadOptions _options;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _cancellation;
    private readonly LoadWorker<T, TDecoded, TResult>[] _workers;
    private readonly LoadSlot<T, TDecoded, TResult>[] _slots;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _rowsDelivered;
    private TimeSpan _reported;

    public LoadRun(
        Func<CancellationToken, LoadSource<T>> open,
        RowDecoder<T, TDecoded> decoder,
        Func<LoadedBatch<TDecoded>, TResult> collate,
        LoadOptions options,
        CancellationToken cancellation)
    {
        _options = options;
        _cancellation = cancellation;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _source = open(_stop.Token);
        _workers =
        [
            .. Enumerable.Range(0, options.Workers).Select(_ => new LoadWorker<T, TDecoded, TResult>(decoder, options, _work.Reader, collate, _stop.Token)),
        ];

        // One slot more than is decoded ahead: the one that the consumer has.
        _slots = [.. Enumerable.Range(0, options.Prefetch + 1).Select(_ => new LoadSlot<T, TDecoded, TResult>(decoder))];
        Array.ForEach(_slots, slot => _free.Writer.TryWrite(slot));
    }

    public async IAsyncEnumerator<TResult> BatchesAsync()
    {
        for (int worker = 0; worker < _workers.Length; worker++)
        {
            _workers[worker].Start(worker);
        }

        Task pump = Task.Run(PumpAsync, CancellationToken.None);
        try
        {
            while (await NextAsync().ConfigureAwait(false) is { } slot)
            {
                _rowsDelivered += slot.Count;
                Report(_options.ProgressInterval);
                yield return slot.HandOver();
                _free.Writer.TryWrite(slot);
            }

            Report(TimeSpan.Zero);
        }
        finally
        {
            await EndAsync(pump).ConfigureAwait(false);
        }
    }

    private static async ValueTask DisposeSlotsAsync(IEnumerable<LoadSlot<T, TDecoded, TResult>> slots, List<Exception> errors)
    {
        foreach (LoadSlot<T, TDecoded, TResult> slot in slots)
        {
            await slot.DisposeAsync(errors).ConfigureAwait(false);
        }
    }

    /// <summary>The next batch, finished; null at the end.</summary>
    private async ValueTask<LoadSlot<T, TDecoded, TResult>?> NextAsync()
    {
        try
        {
            if (!await _ordered.Reader.WaitToReadAsync(_stop.Token).ConfigureAwait(false))
            {
                return null;
            }

            _ordered.Reader.TryRead(out LoadSlot<T, TDecoded, TResult>? slot);
            await WaitForAsync(slot!).ConfigureAwait(false);
            return slot;
        }
        catch (OperationCanceledException error) when (_cancellation.IsCancellationRequested)
        {
            // The token inside is linked to the caller's, who looks for their own.
            throw new OperationCanceledException(error.Message, error, _cancellation);
        }
    }

    private async Task PumpAsync()
    {
        try
        {
            while (true)
            {
                LoadSlot<T, TDecoded, TResult> slot = await _free.Reader.ReadAsync(_stop.Token).ConfigureAwait(false);
                if (!await _source.TryFillAsync(slot).ConfigureAwait(false))
                {
                    break;
                }

                HandOut(slot);
            }

            _ordered.Writer.Complete();
        }
        catch (Exception error)
        {
            // The consumer gets it after the batches before it.
            _ordered.Writer.Complete(error);
        }
        finally
        {
            _work.Writer.Complete();
        }
    }

    private void HandOut(LoadSlot<T, TDecoded, TResult> slot)
    {
        int length = Math.Max(1, (slot.Count + (PiecesPerWorker * _workers.Length) - 1) / (PiecesPerWorker * _workers.Length));
        int pieces = Math.Max(1, (slot.Count + length - 1) / length);
        slot.Begin(pieces);
        for (int piece = 0; piece < pieces; piece++)
        {
            _work.Writer.TryWrite(new LoadPiece<T, TDecoded, TResult>(slot, piece * length, Math.Min((piece + 1) * length, slot.Count)));
        }

        _ordered.Writer.TryWrite(slot);
    }

    private async ValueTask WaitForAsync(LoadSlot<T, TDecoded, TResult> slot)
    {
        if (_options.RowTimeout is { } timeout)
        {
            TimeSpan interval = TimeSpan.FromMilliseconds(Math.Clamp(timeout.TotalMilliseconds / 4, 5, 1000));
            while (!slot.Done.IsCompleted)
            {
                await Task.WhenAny(slot.Done, Task.Delay(interval, _stop.Token)).ConfigureAwait(false);
                _stop.Token.ThrowIfCancellationRequested();
                foreach (LoadWorker<T, TDecoded, TResult> worker in _workers)
                {
                    if (worker.StuckRow(timeout) is { } stuck)
                    {
                        throw new RowLoadException(stuck, attempts: 1);
                    }
                }
            }
        }

        await slot.Done.WaitAsync(_stop.Token).ConfigureAwait(false);
        if (slot.Error is { } error)
        {
            throw error;
        }
    }

    private void Report(TimeSpan interval)
    {
        TimeSpan now = _clock.Elapsed;
        if (_options.Progress is { } progress && now - _reported >= interval)
        {
            _reported = now;
            progress.Report(new LoadProgress(_rowsDelivered, _source.TotalRows, now));
        }
    }

    /// <summary>Stops the workers and waits for them, so that no thread and no decoding outlives the enumeration.</summary>
    private async ValueTask EndAsync(Task pump)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        bool stuck = _options.RowTimeout is { } timeout && Array.Exists(_workers, worker => worker.StuckRow(timeout) is not null);
        Task all = Task.WhenAll([pump, .. _workers.Select(worker => worker.Ended)]);
        await Task.WhenAny(all, Task.Delay(stuck ? TimeSpan.Zero : _options.ShutdownTimeout)).ConfigureAwait(false);
        foreach (LoadWorker<T, TDecoded, TResult> worker in _workers)
        {
            worker.Join();
        }

        // Before the source, whose end may fail. What a decoder that does not end is still at is disposed of when it returns.
        bool isOver = all.IsCompleted;
        List<Exception> errors = [];
        await DisposeSlotsAsync(_slots.Where(slot => isOver || (pump.IsCompleted && slot.Done.IsCompleted)), errors).ConfigureAwait(false);
        if (!isOver)
        {
            _ = DisposeLaterAsync(all);
        }

        if (pump.IsCompleted)
        {
            await _source.DisposeAsync().ConfigureAwait(false);
        }

        if (isOver)
        {
            _stop.Dispose();
        }

        if (errors.Count > 0)
        {
            throw errors.Count == 1 ? errors[0] : new AggregateException(errors);
        }
    }

    private async Task DisposeLaterAsync(Task all)
    {
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await DisposeSlotsAsync(_slots, []).ConfigureAwait(false);
    }
}
