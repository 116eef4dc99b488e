namespace BalanceGen.Streaming;

/// <summary>The reader of a synchronous source.</summary>
internal sealed class RowReader<T>(IEnumerable<T> source) : SourceReader, IDisposable
{
    /// <summary>The open source, or null.</summary>
    public IEnumerator<T>? Rows { get; private set; }

    protected override long Place => Rows is null || !IsSeekable ? -1 : Rows is ISourcePosition position ? position.Position : Count;

    protected override bool IsSeekable => source is ISeekableSource<T>;

    public IEnumerator<T> Open(long pass)
    {
        if (Saved is { } saved)
        {
            Rows = saved.Place >= 0 ? ((ISeekableSource<T>)source).GetEnumeratorAt(saved.Place) : After(saved.Count);
            Count = saved.Count;
            Saved = null;
            return Rows;
        }

        return Rows = source is ResumableStream<T> stream ? stream.Pass(pass) : source.GetEnumerator();
    }

    /// <summary>Closes the source once, whatever happens in it.</summary>
    public void Dispose()
    {
        IEnumerator<T>? rows = Rows;
        Rows = null;
        rows?.Dispose();
    }

    protected override IOperatorPosition? OperatorAt(long pass) => source is ResumableStream<T> stream ? Rows as StreamEnumerator<T> ?? stream.Pass(pass) : null;

    protected override bool TryResume(OperatorState? state)
    {
        Rows = source is ResumableStream<T> stream ? stream.Resume(state ?? throw NoOperator()) : null;
        return Rows is not null;
    }

    private IEnumerator<T> After(long count)
    {
        if (source is IList<T> list)
        {
            return list.Count >= count ? Rest(list, (int)count) : throw TooShort(list.Count, count);
        }

        IEnumerator<T> rows = source.GetEnumerator();
        try
        {
            for (Count = 0; Count < count; Count++)
            {
                if (!rows.MoveNext())
                {
                    throw TooShort(Count, count);
                }
            }

            return rows;
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    private static IEnumerator<T> Rest(IList<T> list, int first)
    {
        for (int index = first; index < list.Count; index++)
        {
            yield return list[index];
        }
    }
}
