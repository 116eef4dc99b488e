namespace BalanceGen.Generators.Model;

/// <summary>The rules for missing, ignored and merged labels as they are written, before the labels are known.</summary>
/// <param name="CanBeNull">Whether a label may be null.</param>
/// <param name="IsEmptyMissing">Whether an empty label is a missing one.</param>
/// <param name="IgnoresMissing">Whether a row without a label is left out.</param>
/// <param name="MissingClass">The class of rows without a label, or null.</param>
/// <param name="Ignored">The labels of [IgnoredClass].</param>
/// <param name="Merged">The merged classes.</param>
internal sealed record FileLabelRules(
    bool CanBeNull,
    bool IsEmptyMissing,
    bool IgnoresMissing,
    string? MissingClass,
    EquatableArray<string> Ignored,
    EquatableArray<MergedLabels> Merged)
{
    /// <summary>No rules.</summary>
    public static FileLabelRules None { get; } = new(CanBeNull: false, IsEmptyMissing: false, IgnoresMissing: false, MissingClass: null, default, default);

    /// <summary>Whether labels and classes are not the same.</summary>
    public bool ChangesClasses => Ignored.Count > 0 || Merged.Count > 0;
}
