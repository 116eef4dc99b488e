namespace BalanceGen.Sampling;

/// <summary>A row by its class and its place among the rows of the class, if only the counts are known.</summary>
/// <param name="ClassIndex">The class index.</param>
/// <param name="Place">The place within the class, of [0, rows of the class).</param>
public readonly record struct ClassPlace(int ClassIndex, long Place);
