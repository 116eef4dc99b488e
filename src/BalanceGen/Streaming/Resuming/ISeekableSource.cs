namespace BalanceGen.Streaming;

/// <summary>
/// A source that can be read from the middle. A stream that goes on from a <see cref="StreamState"/> asks it for the rest. From any other source it reads the rows again
/// that had been read, and throws them away. Lists and arrays need not implement it: they are read from an index.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface ISeekableSource<out T> : IEnumerable<T>
{
    /// <summary>Enumerates the rest of the source.</summary>
    /// <param name="position">
    /// Where to go on: the <see cref="ISourcePosition.Position"/> of an enumerator of this source, or the number of rows it gave where it has none.
    /// </param>
    IEnumerator<T> GetEnumeratorAt(long position);
}
