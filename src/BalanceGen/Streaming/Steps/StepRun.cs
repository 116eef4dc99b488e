using System.Runtime.CompilerServices;

namespace BalanceGen.Streaming;

/// <summary>What both drivers have in common: a step on its way through one pass.</summary>
internal struct StepRun<TIn, TOut, TStep>
    where TStep : struct, IStreamStep<TIn, TOut>
{
    /// <summary>The step. A field, because it changes.</summary>
    public TStep Step;

    private readonly long _pass;

    public StepRun(TStep step, long pass)
    {
        Step = step;
        _pass = pass;
        Step.Begin(pass);
    }

    /// <summary>Whether there is nothing more to read.</summary>
    public bool Ended { get; private set; }

    /// <summary>The source that the next row is read from, or −1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int NextSource() => Ended ? -1 : Step.NextSource();

    public long PassOf(int source, SourceReader reader) => Step.PassOf(_pass, source, reader.Turn);

    /// <summary>Goes on after a source has ended and was closed.</summary>
    public void End(int source, SourceReader reader)
    {
        SourceEnd end = Step.End(source, reader.Turn, reader.Count);
        Ended = end == SourceEnd.Finish;
        if (end == SourceEnd.Restart)
        {
            reader.Restart();
        }
    }
}
