namespace BalanceGen.Classes;

/// <summary>A data set has no rows, or none are left, but at least one row is needed.</summary>
public sealed class EmptyDatasetException : BalanceGenArgumentException
{
    /// <summary>Creates the error.</summary>
    /// <param name="operation">What needs rows, as the start of a sentence: "A balanced sampler".</param>
    public EmptyDatasetException(string operation)
        : this(operation, "the data set is empty")
    {
    }

    internal EmptyDatasetException(string operation, string reason)
        : base($"{operation} needs at least one row; {reason}.")
    {
    }

    internal static void ThrowIfEmpty(double rows, string operation)
    {
        if (rows == 0)
        {
            throw new EmptyDatasetException(operation);
        }
    }
}
