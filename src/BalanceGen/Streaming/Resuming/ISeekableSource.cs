namespace BalanceGen.Streaming;

/// <summary>
/// A source that can be entered in the middle. A stream that goes on from a <see cref="StreamState"/> asks it for the rest; of any other
/// source it reads as many rows as had been read, and throws them away. Lists and arrays need not implement it: they are entered by index.
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
