using BalanceGen;

namespace Pets;

/// <summary>The classes of cats.</summary>
internal enum Breed
{
    Siamese,
    Birman,
}

/// <summary>A row.</summary>
[BalancedDataset]
internal readonly partial record struct Cat(string File, [ClassLabel] Breed Breed);

/// <summary>Another row, whose label is text.</summary>
[BalancedDataset]
public sealed partial record Message(string Text, [property: ClassLabel("ham", "spam")] string Kind);
