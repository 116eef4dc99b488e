namespace BalanceGen;

/// <summary>The base of every error of BalanceGen that happens while the work is done and that no argument is to blame for: a row that cannot be decoded, an environment, a file.</summary>
/// <remarks>See <see cref="IBalanceGenException"/> for the family.</remarks>
public abstract class BalanceGenException : Exception, IBalanceGenException
{
    private protected BalanceGenException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
