namespace BalanceGen.Classes;

/// <summary>A label set that occurs in a data set, and how many rows have it.</summary>
/// <param name="ClassIndices">The classes in ascending order; empty for rows without a class.</param>
/// <param name="Count">The number of rows with exactly these classes, 1 or more.</param>
public readonly record struct LabelSetCount(ReadOnlyMemory<int> ClassIndices, long Count);
