namespace BalanceGen.Streaming;

/// <summary>Runs a step over asynchronous sources.</summary>
internal sealed class AsyncStepEnumerator<TIn, TOut, TStep> : AsyncStreamEnumerator<TOut>
    where TStep : struct, IStreamStep<TIn, TOut>
{
    private readonly AsyncRowReader<TIn>[] _readers;
    private readonly CancellationToken _cancellation;
    private StepRun<TIn, TOut, TStep> _run;
    private TOut _current = default!;

    /// <summary>Begins a pass, or goes on from a state.</summary>
    public AsyncStepEnumerator(IAsyncEnumerable<TIn>[] sources, TStep step, long pass, OperatorState? state, CancellationToken cancellation)
    {
        _readers = Array.ConvertAll(sources, source => new AsyncRowReader<TIn>(source, cancellation));
        _cancellation = cancellation;
        _run = new(step, pass, state, _readers);
    }

    public override TOut Current => _current;

    /// <summary>Pooled, so that a source that suspends costs no allocation per row either.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<bool> MoveNextAsync()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_run.Step.TryTake(ended: false, ref _current))
        {
            return true;
        }

        for (int source = _run.NextSource(); source >= 0; source = _run.NextSource())
        {
            AsyncRowReader<TIn> reader = _readers[source];
            try
            {
                _cancellation.ThrowIfCancellationRequested();
                IAsyncEnumerator<TIn> rows = reader.Rows ?? await reader.OpenAsync(_run.PassOf(source, reader)).ConfigureAwait(false);
                if (await rows.MoveNextAsync().ConfigureAwait(false))
                {
                    bool any = _run.Step.Push(rows.Current, ref _current);
                    reader.Count++;
                    if (any)
                    {
                        return true;
                    }

                    continue;
                }

                await reader.DisposeAsync().ConfigureAwait(false);
                _run.End(source, reader);
            }
            catch (Exception error) when (_run.Fails(error))
            {
                throw new SourceRowException(reader.Count, error);
            }
        }

        if (_run.Step.TryTake(ended: true, ref _current))
        {
            return true;
        }

        _current = default!;
        return false;
    }

    public override async ValueTask DisposeAsync()
    {
        _run.Close();
        foreach (AsyncRowReader<TIn> reader in _readers)
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal override OperatorState Save() => _run.Save(_readers);
}
