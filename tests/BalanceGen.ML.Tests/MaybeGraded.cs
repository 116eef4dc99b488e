namespace BalanceGen.ML.Tests;

/// <summary>A row whose label may be null, and is then left out.</summary>
[BalancedDataset]
public readonly partial record struct MaybeGraded(float X, [property: ClassLabel(Missing = MissingLabelPolicy.Ignore)] Grade? Grade);
