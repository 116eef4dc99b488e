using System.ComponentModel;
using BalanceGen;

namespace Pets;

public enum Breed
{
    Siamese,
    Birman,
}

/// <summary>Counts from attributes.</summary>
[BalancedDataset]
[ClassCount(Breed.Siamese, 4)]
[ClassCount(Breed.Birman, 2)]
public readonly partial record struct Cat(string File, [ClassLabel] Breed Breed);

/// <summary>Counts from a class-count file, which leaves out a class.</summary>
[BalancedDataset(ClassCounts = "dogs.classcounts.csv", ZeroCounts = ZeroCountRule.ZeroWeight)]
public sealed partial record Dog(string File, [property: ClassLabel("Pug", "Poodle", "Beagle")] string Breed);

public static partial class Aviary
{
    public enum Kind
    {
        Robin,
        Tit,
        Titmouse = Tit,
    }

    /// <summary>Counts from the training files themselves.</summary>
    [BalancedDataset]
    public readonly partial record struct Bird(string File, [ClassLabel] Kind Kind);
}

[Flags]
public enum Tags
{
    None = 0,

    [Description("friendly")]
    Friendly = 1,

    [Description("Loud, at night")]
    Loud = 2,
}

/// <summary>Counts of several labels a row.</summary>
[BalancedDataset(ClassCounts = "data/tags.classcounts.csv")]
public readonly partial record struct Tagged([ClassLabel(Encoding = LabelEncoding.Set, NamesFrom = EnumClassNames.Description)] Tags Tags);
