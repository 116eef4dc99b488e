namespace BalanceGen.Streaming;

/// <summary>Runs a step over synchronous sources.</summary>
internal sealed class StepEnumerator<TIn, TOut, TStep> : StreamEnumerator<TOut>
    where TStep : struct, IStreamStep<TIn, TOut>
{
    private readonly RowReader<TIn>[] _readers;
    private StepRun<TIn, TOut, TStep> _run;
    private TOut _current = default!;

    /// <summary>Begins a pass, or goes on from a state.</summary>
    public StepEnumerator(IEnumerable<TIn>[] sources, TStep step, long pass, OperatorState? state = null)
    {
        _readers = Array.ConvertAll(sources, source => new RowReader<TIn>(source));
        _run = new(step, pass, state, _readers);
    }

    public override TOut Current => _current;

    public override bool MoveNext() => _run.Step.TryTake(ended: false, ref _current) || Advance();

    public override void Dispose()
    {
        _run.Close();
        foreach (RowReader<TIn> reader in _readers)
        {
            reader.Dispose();
        }
    }

    internal override OperatorState Save() => _run.Save(_readers);

    private bool Advance()
    {
        for (int source = _run.NextSource(); source >= 0; source = _run.NextSource())
        {
            RowReader<TIn> reader = _readers[source];
            try
            {
                if ((reader.Rows ?? reader.Open(_run.PassOf(source, reader))).MoveNext())
                {
                    bool any = _run.Step.Push(reader.Rows!.Current, ref _current);
                    reader.Count++;
                    if (any)
                    {
                        return true;
                    }

                    continue;
                }

                reader.Dispose();
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
}
