namespace BalanceGen.Generators.Model;

/// <summary>A [MergedClass] as it is written, before the labels are known.</summary>
/// <param name="Name">The name of the merged class.</param>
/// <param name="Labels">Its labels.</param>
internal sealed record MergedLabels(string Name, EquatableArray<string> Labels);
