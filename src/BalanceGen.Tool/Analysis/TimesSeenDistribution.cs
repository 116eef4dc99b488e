namespace BalanceGen.Tool.Analysis;

/// <summary>How often rows of a class were drawn: a cumulative distribution.</summary>
/// <param name="ClassIndex">The class.</param>
/// <param name="Times">Numbers of draws, ascending.</param>
/// <param name="Shares">The share of the rows that were drawn at most so often.</param>
internal sealed record TimesSeenDistribution(int ClassIndex, IReadOnlyList<int> Times, IReadOnlyList<double> Shares);
