namespace BalanceGen.Generators.Model;

/// <summary>What holds the several labels of a row.</summary>
internal enum LabelSetForm
{
    /// <summary>An enum of flags.</summary>
    Flags,

    /// <summary>A vector with one element per class.</summary>
    MultiHot,

    /// <summary>Labels in something that can be enumerated without allocation.</summary>
    Collection,
}
