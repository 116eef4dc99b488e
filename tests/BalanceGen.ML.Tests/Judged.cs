namespace BalanceGen.ML.Tests;

/// <summary>A class, of which some rows have a label that is to be left out.</summary>
[BalancedDataset]
[IgnoredClass("unsure")]
public sealed partial record Judged(int Number, [property: ClassLabel("good", "bad", "unsure")] string Verdict);
