namespace BalanceGen.Tool.Analysis;

/// <summary>How many rows of a class a batch has, over the batches that were drawn.</summary>
/// <param name="ClassIndex">The class.</param>
/// <param name="Low">The 5th percentile.</param>
/// <param name="Median">The median.</param>
/// <param name="High">The 95th percentile.</param>
/// <param name="Mean">The mean.</param>
/// <param name="AbsentShare">The share of the batches without the class.</param>
internal sealed record BatchComposition(int ClassIndex, int Low, int Median, int High, double Mean, double AbsentShare);
