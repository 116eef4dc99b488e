namespace BalanceGen.Streaming;

/// <summary>The asynchronous <see cref="ISeekableSource{T}"/>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface IAsyncSeekableSource<out T> : IAsyncEnumerable<T>
{
    /// <summary>Enumerates the rest of the source.</summary>
    /// <param name="position">
    /// Where to go on: the <see cref="ISourcePosition.Position"/> of an enumerator of this source, or the number of rows it gave where it has none.
    /// </param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerator<T> GetAsyncEnumeratorAt(long position, CancellationToken cancellationToken = default);
}
