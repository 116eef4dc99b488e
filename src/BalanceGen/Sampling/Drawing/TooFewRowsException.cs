using System.Globalization;

namespace BalanceGen.Sampling;

/// <summary>More draws without replacement than there are rows to draw.</summary>
public sealed class TooFewRowsException : BalanceGenException
{
    internal TooFewRowsException(long requested, long available)
        : base(string.Create(
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
