namespace BalanceGen.Streaming;

/// <summary>The position of an enumeration of a stream: everything that is needed to go on with the very next row.</summary>
/// <remarks>
/// Get it from <see cref="StreamEnumerator{T}.GetState"/> or <see cref="AsyncStreamEnumerator{T}.GetState"/>, and pass it to <see cref="ResumableStream{T}.ResumeFrom"/> or
/// <see cref="AsyncResumableStream{T}.ResumeFrom"/>. A state of a synchronous stream fits the same asynchronous one, and the other way round. It holds the rows of the
/// buffers and a few numbers for each operator and class. <see cref="ToBytes{T}"/> and <see cref="ToJson{T}"/> save it. Immutable and thread-safe.
/// </remarks>
public sealed partial class StreamState
{
    /// <summary>The version of the states that this version of the library writes, and the only one that it reads.</summary>
    public const int FormatVersion = 1;

    internal StreamState(OperatorState last) => Last = last;

    /// <summary>The operator that the rows come out of; it holds those before it.</summary>
    internal OperatorState Last { get; }

    private static void RefuseVersion(long version)
    {
        if (version != FormatVersion)
        {
            throw new StreamStateFormatException(FormattableString.Invariant($"The stream state has the version {version}; this library reads version {FormatVersion}."));
        }
    }
}
