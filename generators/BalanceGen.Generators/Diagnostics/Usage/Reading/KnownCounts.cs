namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The classes of an annotated row type and as many of their counts as are known.</summary>
internal sealed class KnownCounts(TargetCounts counts)
{
    public LabelModel Label => counts.Label;

    /// <summary>
    /// The counts in the order of the class indices, if every class has one. Where a row may have several labels, a sampler goes by one of them, and how many rows
    /// of a class that leaves is not known.
    /// </summary>
    public IReadOnlyList<long>? Complete => Label is MultiLabelModel ? null : counts.Resolved.Values;

    /// <summary>The counts and where they come from, as the subject of a sentence.</summary>
    public string Source => counts.Resolved.File is { } file ? $"counts of '{counts.TargetName}' in '{file.Name}'" : $"declared counts of '{counts.TargetName}'";

    /// <summary>Whether the record declares that a class without rows is left out or smoothed.</summary>
    public bool AllowsEmptyClasses => counts.Annotation.ZeroCounts is { } policy && policy != ZeroCountsModel.Throw;

    /// <summary>The classes of a row type, or null if it is not annotated or its classes are not known.</summary>
    public static KnownCounts? Of(INamedTypeSymbol? row, UsageContext context) =>
        row is not null
        && Annotations.BalancedDataset(row.OriginalDefinition) is not null
        && TargetValidator.Validate(row.OriginalDefinition, context.Token) is { Member: { } member, Label: { } label }
        && TargetCounts.Of(row.OriginalDefinition, member, label, context.Options, context.Token) is { } found
            ? new KnownCounts(found)
            : null;

    /// <summary>Whether [BalancedDataset] says what a class without rows means.</summary>
    public bool DeclaresPolicy => counts.Annotation.ZeroCounts is not null;

    /// <summary>Whether a class is known to have no rows.</summary>
    public bool IsEmpty(int classIndex)
    {
        DeclaredCount[] declared = [.. counts.Declared.Items.Where(item => item.ClassIndex == classIndex)];
        return counts.Resolved.Values is { } values
            ? values[classIndex] == 0
            : declared.Length > 0 && declared.All(item => item.Count == 0);
    }

    /// <summary>What the data say about the rows of an empty class, as the predicate of a sentence about the class.</summary>
    public string Describe(int classIndex) => counts.Resolved.Values is null ? "is declared with 0 rows" : counts.Resolved.Describe(classIndex);
}
