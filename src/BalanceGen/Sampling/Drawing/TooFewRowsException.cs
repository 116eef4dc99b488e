namespace BalanceGen.Sampling;

/// <summary>There are more draws without replacement than rows to draw. Or no row can be drawn at all, even with replacement.</summary>
public sealed class TooFewRowsException : BalanceGenArgumentException
{
    internal TooFewRowsException(long requested, long available)
        : base(available == 0
            ? "No row has a positive weight: every weight is 0, so that there is no row to draw. Give at least one row a weight above 0."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Requested {requested} of {available} rows with a positive weight. Without replacement a row is drawn at most once an epoch: request at most {available}, or draw with replacement."))
    {
        Requested = requested;
        Available = available;
    }

    /// <summary>The number of draws requested.</summary>
    public long Requested { get; }

    /// <summary>The number of rows with a positive weight.</summary>
    public long Available { get; }
}
