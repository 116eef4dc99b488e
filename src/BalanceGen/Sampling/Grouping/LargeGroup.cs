namespace BalanceGen.Sampling;

/// <summary>A group with more rows than the wanted size of the smallest subset.</summary>
/// <param name="Name">The key of the group as text.</param>
/// <param name="Rows">Its number of rows.</param>
public readonly record struct LargeGroup(string Name, long Rows);
