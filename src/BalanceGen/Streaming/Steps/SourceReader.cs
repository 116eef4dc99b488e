namespace BalanceGen.Streaming;

/// <summary>Where an operator stands in one of its sources.</summary>
internal abstract class SourceReader
{
    /// <summary>How many rows were read since the source was started, which is the number of the next.</summary>
    public long Count { get; set; }

    /// <summary>How often the source was started again.</summary>
    public long Turn { get; private set; }

    /// <summary>Where a source that is no operator is to be entered, until it is opened.</summary>
    protected SourcePosition? Saved { get; set; }

    /// <summary>The source's own word for where it stands, −1 where it has none.</summary>
    protected abstract long Place { get; }

    /// <summary>Whether <see cref="Place"/> of a saved position can be entered.</summary>
    protected abstract bool IsSeekable { get; }

    /// <summary>Counts the next turn from its first row. The source must be closed.</summary>
    public void Restart()
    {
        Turn++;
        Count = 0;
    }

    public SourcePosition Save(long pass) =>
        OperatorAt(pass) is { } inner ? new(Turn, Count, -1, inner.Save()) : Saved ?? new(Turn, Count, Place, null);

    /// <summary>Takes up a saved position. Operators before this one are told at once, so that they can refuse; another source is not touched yet.</summary>
    /// <exception cref="StreamStateMismatchException">The position is of another kind of source.</exception>
    public void Resume(SourcePosition saved)
    {
        Turn = saved.Turn;
        if (TryResume(saved.Operator))
        {
            Count = saved.Count;
            return;
        }

        if (saved.Operator is { } other)
        {
            throw new StreamStateMismatchException($"it has the operator {other.Configuration}, but this stream has a source without operators there");
        }

        if (saved.Place >= 0 && !IsSeekable)
        {
            throw new StreamStateMismatchException("it has a position in the source, but this source cannot seek");
        }

        Saved = saved;
    }

    /// <summary>The enumeration of the operator that this source is, begun if it is not yet; null for any other source.</summary>
    protected abstract IOperatorPosition? OperatorAt(long pass);

    /// <summary>Hands a state to the operator that this source is.</summary>
    /// <returns>Whether it is one.</returns>
    protected abstract bool TryResume(OperatorState? state);

    protected static StreamStateMismatchException TooShort(long rows, long needed) =>
        new(FormattableString.Invariant($"{needed} rows of its source had been read, and the source here has {rows}"));

    protected static StreamStateMismatchException NoOperator() => new("it has a source without operators where an operator is here");
}
