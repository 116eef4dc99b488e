namespace BalanceGen.Loading;

/// <summary>The decoding of a row failed, and the policy of the loader is to throw.</summary>
public sealed class RowLoadException : BalanceGenException
{
    /// <summary>An error that names the row.</summary>
    /// <param name="failed">The row and what went wrong.</param>
    /// <param name="attempts">How many times it was tried, 1 or more.</param>
    public RowLoadException(FailedRow failed, int attempts)
        : base(Describe(failed, attempts), failed.Error)
    {
        Row = failed.RowNumber;
        IndexInBatch = failed.IndexInBatch;
    }

    /// <summary>The row's number in the data set, or in the stream.</summary>
    public long Row { get; }

    /// <summary>The row's index in its batch.</summary>
    public int IndexInBatch { get; }

    private static string Describe(FailedRow failed, int attempts)
    {
        string tries = attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {attempts} attempts") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Row {failed.RowNumber} could not be decoded{tries}: {failed.Error.Message}");
    }
}
