namespace BalanceGen.Streaming;

/// <summary>The source of a stream failed; the error names the row that could not be read.</summary>
public sealed class SourceRowException : BalanceGenException
{
    internal SourceRowException(long row, Exception cause)
        : base(string.Create(CultureInfo.InvariantCulture, $"Row {row} of the stream could not be read: {cause.Message}"), cause)
    {
        Row = row;
    }

    /// <summary>The number of the row (0-based), counted by the operator that reads the source.</summary>
    public long Row { get; }

    /// <summary>Errors that name their row already, and cancellation, pass unchanged.</summary>
    internal static bool Concerns(Exception error) => error is not (IBalanceGenException or OperationCanceledException);
}
