using System.Collections;

namespace BalanceGen.Streaming;

/// <summary>
/// A stream that can be read again and resumed. Its passes differ: <see cref="StreamRepetition"/> asks for pass after pass, and no two are shuffled or thinned alike. Each
/// pass is a pure function of the seed, the pass and the source.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public abstract class ResumableStream<T> : IEnumerable<T>
{
    private protected ResumableStream()
    {
    }

    /// <summary>Enumerates the first pass.</summary>
    public StreamEnumerator<T> GetEnumerator() => Pass(0);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Pass(0);

    IEnumerator IEnumerable.GetEnumerator() => Pass(0);

    /// <summary>The rest of an enumeration of this stream.</summary>
    /// <param name="state">A state of this stream, or of one with the same operators, settings and seeds over the same source.</param>
    /// <returns>A stream that begins with the row after those that came out before the state was taken. Every further pass of it is whole.</returns>
    /// <exception cref="StreamStateMismatchException">
    /// The state is of another stream. The operators are compared here; that the source is too short, when the first row is read.
    /// </exception>
    /// <exception cref="StreamStateFormatException">The numbers of the state are none that this stream can have.</exception>
    /// <remarks>
    /// O(buffers). No row is read twice of a list and of a source that implements <see cref="ISeekableSource{T}"/>; of any other source the
    /// rows that had been read are read again and thrown away. A source that is no function of its beginning, such as a queue, cannot be gone on with.
    /// A <see cref="ResamplingTrace"/> counts from here.
    /// </remarks>
    public ResumableStream<T> ResumeFrom(StreamState state)
    {
        ArgumentNullException.ThrowIfNull(state);

        // An error belongs here, not to the first row.
        Resume(state.Last);
        return new ResumedStream<T>(this, state.Last);
    }

    internal abstract StreamEnumerator<T> Pass(long pass);

    internal abstract StreamEnumerator<T> Resume(OperatorState state);
}
