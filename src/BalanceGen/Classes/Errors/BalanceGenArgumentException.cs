namespace BalanceGen.Classes;

/// <summary>
/// The base of every error of BalanceGen in an argument: rows, labels, counts, weights, targets, states, or two of them that do not fit together.
/// </summary>
/// <remarks>See <see cref="IBalanceGenException"/> for the family.</remarks>
public abstract class BalanceGenArgumentException : ArgumentException, IBalanceGenException
{
    private protected BalanceGenArgumentException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
