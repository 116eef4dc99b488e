namespace BalanceGen.Streaming;

/// <summary>One enumeration of an <see cref="AsyncResumableStream{T}"/>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class AsyncStreamEnumerator<T> : IAsyncEnumerator<T>, IOperatorPosition
{
    private protected AsyncStreamEnumerator()
    {
    }

    /// <summary>The current row.</summary>
    public abstract T Current { get; }

    /// <inheritdoc cref="StreamEnumerator{T}.MoveNext"/>
    public abstract ValueTask<bool> MoveNextAsync();

    /// <summary>Ends the enumeration of the source.</summary>
    public abstract ValueTask DisposeAsync();

    /// <inheritdoc cref="StreamEnumerator{T}.GetState"/>
    public StreamState GetState() => new(Save());

    OperatorState IOperatorPosition.Save() => Save();

    internal abstract OperatorState Save();
}
