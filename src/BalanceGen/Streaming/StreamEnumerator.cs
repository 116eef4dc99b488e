using System.Collections;

namespace BalanceGen.Streaming;

/// <summary>One enumeration of a <see cref="ResumableStream{T}"/>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
/// <remarks>Not thread-safe.</remarks>
public abstract class StreamEnumerator<T> : IEnumerator<T>, IOperatorPosition
{
    private protected StreamEnumerator()
    {
    }

    /// <summary>The current row.</summary>
    public abstract T Current { get; }

    object? IEnumerator.Current => Current;

    /// <summary>Moves to the next row that comes out.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="SourceRowException">The source failed; the error names the row.</exception>
    public abstract bool MoveNext();

    /// <summary>Ends the enumeration of the source.</summary>
    public abstract void Dispose();

    /// <summary>
    /// Where this enumeration stands between two rows: <see cref="ResumableStream{T}.ResumeFrom"/> goes on with the next one. Copies the rows of the
    /// buffers; reads nothing. Cancellation leaves the enumeration where it stood, so that its state can still be taken.
    /// </summary>
    /// <exception cref="InvalidOperationException">The enumeration has failed or is closed.</exception>
    public StreamState GetState() => new(Save());

    OperatorState IOperatorPosition.Save() => Save();

    internal abstract OperatorState Save();

    void IEnumerator.Reset() => throw new NotSupportedException("An enumerator of a stream cannot be reset. Get a new one.");
}
