namespace BalanceGen.Loading;

/// <summary>A row that was left out of its batch.</summary>
/// <param name="RowNumber">The row's number in the data set, or in the stream.</param>
/// <param name="IndexInBatch">The index it would have had in the batch.</param>
/// <param name="Error">Why it failed: the decoder's error, or a <see cref="TimeoutException"/>.</param>
public readonly record struct FailedRow(long RowNumber, int IndexInBatch, Exception Error);
