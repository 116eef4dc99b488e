namespace BalanceGen.ML;

/// <summary>A split of a view that has a row more than once. Its copies would be in both subsets, and the test would measure what was learnt by heart.</summary>
/// <remarks>Split first; then resample the training subset.</remarks>
public sealed class ResampledViewException : ArgumentException, IBalanceGenException
{
    internal ResampledViewException(long sourceRow)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"The view was resampled, and its source row {sourceRow} is in it more than once: copies of a row would lie in both subsets of the split. Split the data first, then resample the training subset.")) =>
        SourceRow = sourceRow;

    internal ResampledViewException()
        : base("The rows of the view were drawn from files, where a row may be drawn more than once: copies of a row could lie in both subsets of the split. Split the files or their index first, then draw from the training subset.") =>
        SourceRow = -1;

    /// <summary>The number of a row that is in the view more than once; −1 where the rows were drawn from files.</summary>
    public long SourceRow { get; }
}
