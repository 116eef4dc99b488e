namespace BalanceGen.Generators.Model;

/// <summary>A [ClassCount] as it is written, before the labels are known.</summary>
/// <param name="Label">The label.</param>
/// <param name="Count">The number of rows.</param>
internal sealed record WrittenCount(string Label, long Count);
