namespace BalanceGen.Generators.Model;

/// <summary>All that the emitter needs to know about one annotated type.</summary>
/// <param name="HintName">The name of the generated file, unique in the compilation.</param>
/// <param name="Namespace">The namespace with keywords escaped, or an empty string for the global one.</param>
/// <param name="Types">The types to re-open, outermost first; the last is the target.</param>
/// <param name="RowType">The target as a fully qualified type.</param>
/// <param name="IsReferenceType">Whether a row can be null.</param>
/// <param name="HidesInheritedClasses">Whether a base type has a member <c>Classes</c> too.</param>
/// <param name="NamingWarnings">What naming the label, the weight, the group or their types would warn of, because they are obsolete or experimental.</param>
/// <param name="HasImportedNamesakes">Whether the target, the label's type or the row type has its full name twice: here and in a reference.</param>
/// <param name="LabelName">The label as a reader knows it: the name of its member, or of its columns.</param>
/// <param name="LabelAccess">How the label is read, as a format for the row.</param>
/// <param name="WeightAccess">How the row's own weight is read, as a format for the row; null where it has none.</param>
/// <param name="Group">The member that says which rows belong together; null where there is none.</param>
/// <param name="Label">How a label becomes a class index.</param>
/// <param name="CountSources">Where the counts come from.</param>
/// <param name="ZeroCounts">The declared policy for classes without rows, or null.</param>
internal sealed record TargetModel(
    string HintName,
    string Namespace,
    EquatableArray<TypeHeader> Types,
    string RowType,
    bool IsReferenceType,
    bool HidesInheritedClasses,
    EquatableArray<string> NamingWarnings,
    bool HasImportedNamesakes,
    string LabelName,
    string LabelAccess,
    string? WeightAccess,
    GroupModel? Group,
    LabelModel Label,
    CountSources CountSources,
    ZeroCountsModel? ZeroCounts)
{
    /// <summary>The expression that reads the weight of a row.</summary>
    public string ReadWeight(string row) => string.Format(CultureInfo.InvariantCulture, WeightAccess, row);

    /// <summary>The expression that reads the label of a row.</summary>
    public string Read(string row) => string.Format(CultureInfo.InvariantCulture, LabelAccess, row);
}
