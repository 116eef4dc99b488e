namespace BalanceGen.Streaming;

/// <summary>
/// An enumerator that knows its position, such as the byte of a file at which the next row begins. The enumerators of an
/// <see cref="ISeekableSource{T}"/> or <see cref="IAsyncSeekableSource{T}"/> may implement it. Without it their position is the number of rows that they returned.
/// </summary>
public interface ISourcePosition
{
    /// <summary>The position of the row that comes next, 0 or more.</summary>
    long Position { get; }
}
