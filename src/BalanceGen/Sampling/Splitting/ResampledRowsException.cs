namespace BalanceGen.Sampling;

/// <summary>A split of rows that include copies. Copies of a row would be in both subsets, and the test would measure what was learnt by heart.</summary>
/// <remarks>Split the data set first; then resample the training subset.</remarks>
public sealed class ResampledRowsException : BalanceGenArgumentException
{
    private const string Remedy = "copies of a row would lie in both subsets of the split. Split the data set first, then resample the training subset.";

    internal ResampledRowsException()
        : base($"The rows were drawn by a sampler that repeats rows: {Remedy}")
    {
    }

    internal ResampledRowsException(int firstRow, int secondRow)
        : base(string.Create(CultureInfo.InvariantCulture, $"The rows {firstRow} and {secondRow} are the same object: {Remedy}"))
    {
        FirstRow = firstRow;
        SecondRow = secondRow;
    }

    /// <summary>A row that has a copy; null where the rows are known to be resampled as a whole.</summary>
    public int? FirstRow { get; }

    /// <summary>A copy of <see cref="FirstRow"/>.</summary>
    public int? SecondRow { get; }

    internal static void ThrowIfCopies(RowIndex index)
    {
        if (index.HasCopies)
        {
            throw new ResampledRowsException();
        }
    }
}
