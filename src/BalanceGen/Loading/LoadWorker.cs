using System.Threading.Channels;

namespace BalanceGen.Loading;

/// <summary>Decodes pieces of batches, one row at a time: on a thread of its own where decoding blocks, else as a task.</summary>
internal sealed class LoadWorker<T, TDecoded, TResult>(
    RowDecoder<T, TDecoded> decoder, LoadOptions options, ChannelReader<LoadPiece<T, TDecoded, TResult>> work, Func<LoadedBatch<TDecoded>, TResult> collate, CancellationToken stop)
{
    private const long Idle = -1;

    private long _started = Idle;
    private long _rowNumber;
    private int _place;
    private Thread? _thread;

    /// <summary>Completes when the worker has ended.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Start(int number)
    {
        if (!decoder.Blocks)
        {
            Ended = Task.Run(RunAsync, CancellationToken.None);
            return;
        }

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ended = ended.Task;
        _thread = new Thread(() =>
        {
            try
            {
                Run();
            }
            finally
            {
                ended.SetResult();
            }
        })
        {
            IsBackground = true,
            Name = string.Create(CultureInfo.InvariantCulture, $"BalanceGen loader {number}"),
        };
        _thread.Start();
    }

    /// <summary>Waits for the last instruction of a thread that has ended.</summary>
    public void Join()
    {
        if (Ended.IsCompleted)
        {
            _thread?.Join();
        }
    }

    /// <summary>The row that does not come to an end although its time is over twice; null if there is none.</summary>
    public FailedRow? StuckRow(TimeSpan timeout)
    {
        long started = Volatile.Read(ref _started);
        return started == Idle || Environment.TickCount64 - started < 2 * timeout.TotalMilliseconds
            ? null
            : new FailedRow(
                _rowNumber,
                _place,
                new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The decoder took more than {timeout.TotalSeconds} s and does not react to its cancellation token.")));
    }

    private void Run()
    {
        while (work.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            while (work.TryRead(out LoadPiece<T, TDecoded, TResult> piece))
            {
                // A decoder that blocks has always completed.
                ValueTask decoded = DecodeAsync(piece);
                decoded.GetAwaiter().GetResult();
            }
        }
    }

    private async Task RunAsync()
    {
        while (await work.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (work.TryRead(out LoadPiece<T, TDecoded, TResult> piece))
            {
                await DecodeAsync(piece).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask DecodeAsync(LoadPiece<T, TDecoded, TResult> piece)
    {
        for (int place = piece.Start; place < piece.End; place++)
        {
            if (stop.IsCancellationRequested || !await TryDecodeAsync(piece.Slot, place).ConfigureAwait(false))
            {
                return;
            }
        }

        if (piece.Slot.EndPiece())
        {
            piece.Slot.Finish(collate);
        }
    }

    /// <summary>Decodes a row by the policy for failures.</summary>
    /// <returns>Whether the loader goes on.</returns>
    private async ValueTask<bool> TryDecodeAsync(LoadSlot<T, TDecoded, TResult> slot, int place)
    {
        _rowNumber = slot.RowNumbers[place];
        _place = place;
        for (int attempt = 1; ; attempt++)
        {
            Exception? error = await AttemptAsync(slot, place).ConfigureAwait(false);
            if (error is null)
            {
                return true;
            }

            if (stop.IsCancellationRequested)
            {
                return false;
            }

            if (attempt > options.OnFailure.Retries)
            {
                slot.Fail(place, error, attempt, options.OnFailure.SkipsAtLast);
                return true;
            }

            await WaitAsync(options.OnFailure.Delay).ConfigureAwait(false);
        }
    }

    private async ValueTask<Exception?> AttemptAsync(LoadSlot<T, TDecoded, TResult> slot, int place)
    {
        CancellationTokenSource? timed = null;
        if (options.RowTimeout is { } timeout)
        {
            timed = CancellationTokenSource.CreateLinkedTokenSource(stop);
            timed.CancelAfter(timeout);
        }

        try
        {
            Volatile.Write(ref _started, Environment.TickCount64);
            slot.Succeed(place, await decoder.DecodeAsync(slot.Rows[place], slot.Pooled(place), timed?.Token ?? stop).ConfigureAwait(false));
            return null;
        }
        catch (OperationCanceledException) when (timed is { IsCancellationRequested: true } && !stop.IsCancellationRequested)
        {
            return new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"The decoder took more than {options.RowTimeout!.Value.TotalSeconds} s."));
        }
        catch (Exception error)
        {
            return error;
        }
        finally
        {
            Volatile.Write(ref _started, Idle);
            timed?.Dispose();
        }
    }

    private async ValueTask WaitAsync(TimeSpan delay)
    {
        if (delay == TimeSpan.Zero)
        {
            return;
        }

        if (decoder.Blocks)
        {
            stop.WaitHandle.WaitOne(delay);
            return;
        }

        // A wait that is cut short by the end of the loader is noticed at the next attempt.
        await Task.Delay(delay, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
