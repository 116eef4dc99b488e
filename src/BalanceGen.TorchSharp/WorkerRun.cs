using System.Diagnostics;

namespace BalanceGen.TorchSharp;

/// <summary>
/// An enumeration whose batches are made ahead. Workers take rows of the newest batch, or draw the next batch if none are left, and encode
/// them straight into its tensor. The loop takes the batches in the order in which they were drawn.
/// </summary>
/// <remarks>
/// A hand-over between threads costs as much as copying some hundred rows. So a worker takes as many rows at once as it encodes in
/// <see cref="TimeAtOnce"/>, and sleeping workers are woken only when half of the batches ahead are gone. A loop that would have to wait
/// for a batch encodes those of its rows that no worker has taken.
/// </remarks>
internal sealed partial class WorkerRun<T, TElement> : TensorRun
    where TElement : unmanaged
{
    private const int MostSpins = 20;

    private static readonly long TimeAtOnce = Stopwatch.Frequency / 5000;

    private readonly object _gate = new();
    private readonly DrawnBatches<T> _drawn;
    private readonly bool _withContexts;
    private readonly TensorAssembly<TElement> _assembly;
    private readonly FailingEncoder<T, TElement> _encoder;
    private readonly LoadOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationTokenRegistration _wakes;
    private readonly Queue<EncodedBatch<T, TElement>> _ahead = new();
    private readonly Thread[] _workers;
    private readonly long _started = Stopwatch.GetTimestamp();
    private EncodedBatch<T, TElement>? _newest;
    private Exception? _sourceError;
    private bool _isDrawn;
    private long _timeOfRow = TimeAtOnce;
    private int _idle;
    private bool _loopWaits;
    private TaskCompletionSource? _waiter;
    private long _rowsDelivered;
    private TimeSpan _reported;

    public WorkerRun(DrawnBatches<T> drawn, bool withContexts, TensorAssembly<TElement> assembly, ContextRowEncoder<T, TElement> encode, LoadOptions options, CancellationToken cancellation)
    {
        _drawn = drawn;
        _withContexts = withContexts;
        _assembly = assembly;
        _options = options;
        _cancellation = cancellation;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _encoder = new FailingEncoder<T, TElement>(encode, options.OnFailure, _stop.Token);
        _wakes = _stop.Token.Register(Wake);
        _workers = new Thread[options.Workers];
        for (int worker = 0; worker < _workers.Length; worker++)
        {
            _workers[worker] = new Thread(Work) { IsBackground = true, Name = string.Create(CultureInfo.InvariantCulture, $"BalanceGen tensors {worker}") };
            _workers[worker].Start();
        }
    }

    /// <inheritdoc/>
    public override TensorBatch? Next()
    {
        TensorBatch? ready;
        while (true)
        {
            EncodedBatch<T, TElement>? head;
            (EncodedBatch<T, TElement> Batch, int Start, int End) taken;
            lock (_gate)
            {
                if (TryDeliver(out ready))
                {
                    break;
                }

                // Rows of a later batch could keep the loop from one that is ready.
                taken = !_ahead.TryPeek(out head) || head.Next < head.Count ? Take() ?? default : default;
            }

            if (taken.Batch is not null)
            {
                Encode(taken.Batch, taken.Start, taken.End);
            }
            else
            {
                WaitFor(head);
            }
        }

        Report(ready);
        return ready;
    }

    /// <inheritdoc/>
    public override async ValueTask<TensorBatch?> NextAsync()
    {
        TensorBatch? ready;
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (TryDeliver(out ready))
                {
                    break;
                }

                _waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _waiter.Task;
            }

            await changed.ConfigureAwait(false);
        }

        Report(ready);
        return ready;
    }

    /// <inheritdoc/>
    public override void End()
    {
        _stop.Cancel();
        long until = Environment.TickCount64 + (long)_options.ShutdownTimeout.TotalMilliseconds;
        bool haveEnded = true;
        foreach (Thread worker in _workers)
        {
            haveEnded &= worker.Join((int)Math.Clamp(until - Environment.TickCount64, 0, int.MaxValue));
        }

        lock (_gate)
        {
            // What a thread that does not end is still at, it gives back itself.
            foreach (EncodedBatch<T, TElement> batch in _ahead.Where(batch => batch.Writers == 0))
            {
                batch.Discard();
            }

            _ahead.Clear();
        }

        _wakes.Dispose();
        if (haveEnded)
        {
            _stop.Dispose();
        }
    }

    /// <inheritdoc/>
    public override async ValueTask EndAsync() => await Task.Run(End).ConfigureAwait(false);

    /// <summary>Gives the loop the batch that it is to get next, or the end. Inside of the lock.</summary>
    /// <returns>Whether there is one, or the end.</returns>
    private bool TryDeliver(out TensorBatch? batch)
    {
        _cancellation.ThrowIfCancellationRequested();
        batch = null;
        if (_ahead.TryPeek(out EncodedBatch<T, TElement>? head))
        {
            if (!head.IsDone)
            {
                return false;
            }

            _ahead.Dequeue();
            if (_idle > 0 && _ahead.Count <= _options.Prefetch / 2)
            {
                Monitor.PulseAll(_gate);
            }

            batch = head.HandOver();
            return true;
        }

        return _sourceError is null ? _isDrawn : throw _sourceError;
    }

    private void WaitFor(EncodedBatch<T, TElement>? head)
    {
        var spin = default(SpinWait);
        while (head is { IsDone: false } && spin.Count < MostSpins)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        lock (_gate)
        {
            if (!_cancellation.IsCancellationRequested && !(_ahead.TryPeek(out head) ? head.IsDone || head.Next < head.Count : _isDrawn))
            {
                _loopWaits = true;
                Monitor.Wait(_gate);
                _loopWaits = false;
            }
        }
    }

    /// <summary>Tells the loop, if it waits, that something has changed. Inside of the lock.</summary>
    private void Announce()
    {
        if (_loopWaits || _idle > 0)
        {
            Monitor.PulseAll(_gate);
        }

        _waiter?.TrySetResult();
        _waiter = null;
    }

    private void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
            _waiter?.TrySetResult();
            _waiter = null;
        }
    }

    private void Report(TensorBatch? batch)
    {
        _rowsDelivered += batch?.Count ?? 0;
        TimeSpan now = Stopwatch.GetElapsedTime(_started);
        if (_options.Progress is { } progress && (batch is null || now - _reported >= _options.ProgressInterval))
        {
            _reported = now;
            progress.Report(new LoadProgress(_rowsDelivered, _drawn.TotalRows, now));
        }
    }
}
