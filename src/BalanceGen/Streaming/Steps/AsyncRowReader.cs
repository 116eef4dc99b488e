namespace BalanceGen.Streaming;

/// <summary>The reader of an asynchronous source.</summary>
internal sealed class AsyncRowReader<T>(IAsyncEnumerable<T> source, CancellationToken cancellation) : SourceReader, IAsyncDisposable
{
    /// <summary>The open source, or null.</summary>
    public IAsyncEnumerator<T>? Rows { get; private set; }

    protected override long Place => Rows is null || !IsSeekable ? -1 : Rows is ISourcePosition position ? position.Position : Count;

    protected override bool IsSeekable => source is IAsyncSeekableSource<T>;

    public async ValueTask<IAsyncEnumerator<T>> OpenAsync(long pass)
    {
        if (Saved is { } saved)
        {
            Rows = saved.Place >= 0
                ? ((IAsyncSeekableSource<T>)source).GetAsyncEnumeratorAt(saved.Place, cancellation)
                : await AfterAsync(saved.Count).ConfigureAwait(false);
            Count = saved.Count;
            Saved = null;
            return Rows;
        }

        return Rows = source is AsyncResumableStream<T> stream ? stream.Pass(pass, cancellation) : source.GetAsyncEnumerator(cancellation);
    }

    /// <summary>Closes the source once, whatever happens in it.</summary>
    public ValueTask DisposeAsync()
    {
        IAsyncEnumerator<T>? rows = Rows;
        Rows = null;
        return rows?.DisposeAsync() ?? default;
    }

    protected override IOperatorPosition? OperatorAt(long pass) =>
        source is AsyncResumableStream<T> stream ? Rows as AsyncStreamEnumerator<T> ?? stream.Pass(pass, cancellation) : null;

    protected override bool TryResume(OperatorState? state)
    {
        Rows = source is AsyncResumableStream<T> stream ? stream.Resume(state ?? throw NoOperator(), cancellation) : null;
        return Rows is not null;
    }

    private async ValueTask<IAsyncEnumerator<T>> AfterAsync(long count)
    {
        IAsyncEnumerator<T> rows = source.GetAsyncEnumerator(cancellation);
        try
        {
            for (Count = 0; Count < count; Count++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (!await rows.MoveNextAsync().ConfigureAwait(false))
                {
                    throw TooShort(Count, count);
                }
            }

            return rows;
        }
        catch
        {
            await rows.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
