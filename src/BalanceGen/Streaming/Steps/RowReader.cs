namespace BalanceGen.Streaming;

/// <summary>The reader of a synchronous source.</summary>
internal sealed class RowReader<T>(IEnumerable<T> source) : SourceReader, IDisposable
{
    /// <summary>The open source, or null.</summary>
    public IEnumerator<T>? Rows { get; private set; }

    public IEnumerator<T> Open(long pass) => Rows = source is PassStream<T> stream ? stream.Pass(pass) : source.GetEnumerator();

    /// <summary>Closes the source once, whatever happens in it.</summary>
    public void Dispose()
    {
        IEnumerator<T>? rows = Rows;
        Rows = null;
        rows?.Dispose();
    }
}
