namespace BalanceGen;

/// <summary>What stands in the place of a class index for a label that has none.</summary>
public static class ClassIndex
{
    /// <summary>The label is none of the classes: an error as soon as the row is counted or indexed.</summary>
    public const int Unknown = -1;

    /// <summary>The label was declared to be ignored: the row is left out of counts and index, and no sampler draws it.</summary>
    public const int Ignored = -2;
}
