namespace BalanceGen.Streaming;

/// <summary>What both drivers have in common: a step on its way through one pass.</summary>
internal struct StepRun<TIn, TOut, TStep>
    where TStep : struct, IStreamStep<TIn, TOut>
{
    /// <summary>The step. A field, because it changes.</summary>
    public TStep Step;

    private readonly long _pass;
    private bool _ended;
    private bool _isOver;

    /// <summary>Begins a pass, or goes on from a state, which has a pass of its own.</summary>
    /// <exception cref="StreamStateMismatchException">The state is of another stream.</exception>
    public StepRun(TStep step, long pass, OperatorState? state, SourceReader[] readers)
    {
        Step = step;
        _pass = state?.Pass ?? pass;
        Step.Begin(_pass);
        if (state is null)
        {
            return;
        }

        state.RefuseOther(Step.Configuration, readers.Length);
        Step.Load(new StepStateReader(state));
        _ended = state.Ended;
        for (int source = 0; source < readers.Length; source++)
        {
            readers[source].Resume(state.Sources[source]);
        }
    }

    /// <summary>The source that the next row is read from, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextSource() => _ended ? -1 : Step.NextSource();

    public readonly long PassOf(int source, SourceReader reader) => Step.PassOf(_pass, source, reader.Turn);

    /// <summary>Goes on after a source has ended and was closed.</summary>
    public void End(int source, SourceReader reader)
    {
        SourceEnd end = Step.End(source, reader.Turn, reader.Count);
        _ended = end == SourceEnd.Finish;
        if (end == SourceEnd.Restart)
        {
            reader.Restart();
        }
    }

    /// <summary>Takes note that no state can be taken any more, because the sources were closed.</summary>
    public void Close() => _isOver = true;

    /// <summary>Takes note of an error. After cancellation the run stands where it stood; after any other error a row may be lost.</summary>
    /// <returns>Whether the error is to name its row.</returns>
    public bool Fails(Exception error)
    {
        _isOver |= error is not OperationCanceledException;
        return SourceRowException.Concerns(error);
    }

    public readonly OperatorState Save(SourceReader[] readers)
    {
        if (_isOver)
        {
            throw new InvalidOperationException("The enumeration has failed or is closed: there is no state to go on from. Take the state between two rows.");
        }

        var writer = new StepStateWriter();
        Step.Save(writer);
        var sources = new SourcePosition[readers.Length];
        for (int source = 0; source < readers.Length; source++)
        {
            sources[source] = readers[source].Save(PassOf(source, readers[source]));
        }

        return new OperatorState(Step.Configuration, _pass, _ended, writer.Numbers, writer.Rows, sources);
    }
}
