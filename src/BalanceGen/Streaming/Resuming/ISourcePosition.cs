namespace BalanceGen.Streaming;

/// <summary>
/// An enumerator that knows where it stands, for instance the byte of a file at which the next row begins. The enumerators of an
/// <see cref="ISeekableSource{T}"/> or <see cref="IAsyncSeekableSource{T}"/> may implement it; without it their position is the number of rows they gave.
/// </summary>
public interface ISourcePosition
{
    /// <summary>The position of the row that comes next, 0 or more.</summary>
    long Position { get; }
}
