namespace BalanceGen.Mpi;

/// <summary>MPI cannot be used: there is no library, it does not fit the launcher, or an operation failed.</summary>
public sealed class MpiException : BalanceGenException
{
    internal MpiException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
