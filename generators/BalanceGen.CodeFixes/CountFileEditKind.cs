namespace BalanceGen.CodeFixes;

/// <summary>What can be done about a class-count file that does not fit its record.</summary>
internal enum CountFileEditKind
{
    /// <summary>Classes without a line get one, with the count 0.</summary>
    AddClasses,

    /// <summary>A label that is no class is renamed to the nearest class, or added to its line.</summary>
    RenameLabel,

    /// <summary>The lines of one label become one.</summary>
    MergeLines,

    /// <summary>The record leaves rows with the label out.</summary>
    IgnoreLabel,

    /// <summary>The record takes the label for another class.</summary>
    MergeLabel,
}
