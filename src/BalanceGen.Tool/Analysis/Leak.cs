namespace BalanceGen.Tool.Analysis;

/// <summary>Rows of one split that are in another, too.</summary>
/// <param name="First">A split.</param>
/// <param name="Second">A later split.</param>
/// <param name="ComparedBy">What is equal: the id, or the content.</param>
/// <param name="Rows">The rows of the second split that are in the first.</param>
/// <param name="Examples">The first few, by what is equal or by their row number.</param>
internal sealed record Leak(string First, string Second, string ComparedBy, long Rows, IReadOnlyList<string> Examples);
