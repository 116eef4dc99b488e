namespace BalanceGen.Sampling;

/// <summary>The minima of the classes in a batch add up to more than the batch has draws.</summary>
public sealed class MinimumQuotaException : BalanceGenArgumentException
{
    internal MinimumQuotaException(long sum, int batchSize)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The minimum quotas of the classes add up to {sum}, and a batch has {batchSize} draws. Make the batches larger or the minima smaller."))
    {
        Sum = sum;
        BatchSize = batchSize;
    }

    /// <summary>The sum of the minima.</summary>
    public long Sum { get; }

    /// <summary>The number of draws in a batch.</summary>
    public int BatchSize { get; }
}
