using BalanceGen;

namespace Cats;

/// <summary>One labelled picture. Its features lie in a a table beside it.</summary>
/// <param name="Number">The picture's number in the feature table.</param>
/// <param name="Rarity">The label: whether its breed is the frequent or the rare one.</param>
[BalancedDataset]
public readonly partial record struct Animal(int Number, [ClassLabel] Rarity Rarity);
