using System.Buffers;

namespace BalanceGen.Streaming;

/// <summary>Turns the rows that wait in the buffers of a stream into bytes and back; see <see cref="StreamState.ToBytes{T}"/>.</summary>
/// <typeparam name="T">The type of a row.</typeparam>
public interface IRowSerializer<T>
{
    /// <summary>Appends the bytes of a row. Their number is kept beside them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Where the bytes go.</param>
    void Write(T row, IBufferWriter<byte> destination);

    /// <summary>Makes a row of its bytes, and of no others.</summary>
    /// <param name="source">The bytes.</param>
    T Read(ReadOnlySpan<byte> source);
}
