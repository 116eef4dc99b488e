using System.Globalization;

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

    /// <summary>The number of a row that is in the view more than once.</summary>
    public long SourceRow { get; }
}
