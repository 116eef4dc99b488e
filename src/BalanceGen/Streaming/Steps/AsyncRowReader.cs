namespace BalanceGen.Streaming;

/// <summary>The reader of an asynchronous source.</summary>
internal sealed class AsyncRowReader<T>(IAsyncEnumerable<T> source, CancellationToken cancellation) : SourceReader, IAsyncDisposable
{
    /// <summary>The open source, or null.</summary>
    public IAsyncEnumerator<T>? Rows { get; private set; }

    public IAsyncEnumerator<T> Open(long pass) =>
        Rows = source is AsyncPassStream<T> stream ? stream.Pass(pass, cancellation) : source.GetAsyncEnumerator(cancellation);

    /// <summary>Closes the source once, whatever happens in it.</summary>
    public ValueTask DisposeAsync()
    {
        IAsyncEnumerator<T>? rows = Rows;
        Rows = null;
        return rows?.DisposeAsync() ?? default;
    }
}
