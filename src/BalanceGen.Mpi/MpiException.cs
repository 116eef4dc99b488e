namespace BalanceGen.Mpi;

/// <summary>MPI cannot be used: no library, one that does not fit the launcher, or an operation that failed.</summary>
public sealed class MpiException : BalanceGenException
{
    internal MpiException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
