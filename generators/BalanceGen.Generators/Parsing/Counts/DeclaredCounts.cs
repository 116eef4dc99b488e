namespace BalanceGen.Generators.Parsing.Counts;

/// <summary>The counts that are declared on a type whose classes are known.</summary>
internal sealed class DeclaredCounts
{
    public DeclaredCounts(INamedTypeSymbol target, LabelMember member, LabelModel label)
    {
        TargetName = TypeNames.Short(target);
        LabelType = TypeNames.Short(member.Type);
        Label = label;
        Items = [.. Declared(target, member, label)];
    }

    /// <summary>The name a message shows for the type.</summary>
    public string TargetName { get; }

    /// <summary>The name a message shows for the label's type.</summary>
    public string LabelType { get; }

    public LabelModel Label { get; }

    /// <summary>The declarations that compile, in the order of the source.</summary>
    public IReadOnlyList<DeclaredCount> Items { get; }

    /// <summary>One count per class, or null if a class has none, or a declaration is not valid.</summary>
    public long[]? Complete()
    {
        bool isValid = Items.All(item => item.LabelIndex >= 0 && item.Count >= 0)
            && Items.Select(Counted).Distinct().Count() == Items.Count
            && Items.Sum(item => (decimal)item.Count) <= long.MaxValue;
        if (!isValid)
        {
            return null;
        }

        var counts = new long[Label.ClassCount];
        var given = new bool[counts.Length];
        foreach (DeclaredCount item in Items.Where(item => item.ClassIndex >= 0))
        {
            counts[item.ClassIndex] += item.Count;
            given[item.ClassIndex] = true;
        }

        return given.All(isGiven => isGiven) ? counts : null;
    }

    /// <summary>
    /// The thing that has only one count. It is a label, or a class if a row may have several labels, because a row with two labels of a merged class is one row of the
    /// class.
    /// </summary>
    public (bool IsClass, int Index) Counted(DeclaredCount declared) =>
        Label is MultiLabelModel && declared.ClassIndex >= 0 ? (true, declared.ClassIndex) : (false, declared.LabelIndex);

    private static IEnumerable<DeclaredCount> Declared(INamedTypeSymbol target, LabelMember member, LabelModel label)
    {
        foreach (AttributeData attribute in Annotations.ClassCounts(target))
        {
            if (attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0] is { Kind: not TypedConstantKind.Error } constant
                && attribute.ConstructorArguments[1].Value is long count)
            {
                int labelIndex = LabelKinds.LabelIndexOf(constant, member, label);
                int merged = labelIndex < 0 ? LabelKinds.MergedClassOf(constant, label) : -1;
                yield return merged >= 0
                    ? new DeclaredCount(attribute, int.MaxValue - merged, merged, count)
                    : new DeclaredCount(attribute, labelIndex, label.ClassOf(labelIndex), count);
            }
        }
    }
}
