namespace BalanceGen;

/// <summary>
/// The base of every error that is in the data or in the relation of two configurations, rather than in a single argument.
/// </summary>
/// <remarks>Arguments that are wrong by themselves are reported by <see cref="ArgumentException"/> and its derived types.</remarks>
public abstract class BalanceGenException : Exception
{
    private protected BalanceGenException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
