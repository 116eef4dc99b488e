namespace BalanceGen;

/// <summary>
/// The base of every error that is in the data or in the relation of two configurations, rather than in a single argument.
/// </summary>
/// <remarks>Arguments that are wrong by themselves are reported by <see cref="ArgumentException"/> and its derived types.</remarks>
public abstract class BalanceGenException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong, with the names in it.</param>
    /// <param name="cause">The error that it came from, if there is one.</param>
    protected BalanceGenException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
