namespace BalanceGen;

/// <summary>The base of every error of BalanceGen that happens during the work and that no argument caused: a row that cannot be decoded, a wrong environment, a damaged
/// file.</summary>
/// <remarks>See <see cref="IBalanceGenException"/> for the family.</remarks>
public abstract class BalanceGenException : Exception, IBalanceGenException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong, with the names in it.</param>
    /// <param name="cause">The error that it came from, if there is one.</param>
    protected BalanceGenException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
