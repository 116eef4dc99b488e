using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Parses labels whose classes are listed in a file. It keeps what the source says about them until the file is read.</summary>
internal static class FileLabelParser
{
    /// <summary>A text label without a class list.</summary>
    public static FileLabelModel Text(LabelMember member, TextForm form, string type) =>
        new(type, form, member.Comparison, default, 0, 0, member.ClassesFrom, member.ClassOrder, FileLabelRules.None);

    /// <summary>An integer label without a range and without values.</summary>
    public static FileLabelModel Integer(LabelMember member)
    {
        (decimal min, decimal max) = IntegerTypes.RangeOf(member.ValueType.SpecialType)!.Value;
        return new(
            TypeNames.Qualified(member.ValueType), null, default, IntegerTypes.KindOf(member.ValueType.SpecialType), min, max, member.ClassesFrom, member.ClassOrder, FileLabelRules.None);
    }

    /// <summary>The label with the rules of its record, or null after noting why one is none.</summary>
    public static FileLabelModel? WithRules(INamedTypeSymbol target, LabelMember member, FileLabelModel label, Findings findings)
    {
        bool isSpan = label.Text is TextForm.Characters or TextForm.Utf8;
        bool canBeNull = LabelRules.CanBeNull(member, isSpan, findings);
        var merged = new List<MergedLabels>();
        foreach (AttributeData attribute in Annotations.MergedClasses(target))
        {
            if (attribute.ConstructorArguments.Length != 2 || attribute.ConstructorArguments[1] is not { Kind: TypedConstantKind.Array } labels)
            {
                continue; // does not compile
            }

            string? name = attribute.ConstructorArguments[0].Value as string;
            if (ClassMap.ProblemOf(name, labels) is ({ } problem, var remedy))
            {
                findings.Add(Descriptors.InvalidClassRule, Annotations.Place(attribute, findings.Token), TypeNames.Short(target), problem, remedy);
                return null;
            }

            merged.Add(new MergedLabels(name!, Written(labels.Values)));
        }

        return label with
        {
            Rules = new FileLabelRules(
                canBeNull,
                isSpan && member.DeclaresMissing,
                !member.Has("MissingClass") && member.Missing == MissingLabelPolicy.Ignore,
                member.Has("MissingClass") ? member.MissingClass ?? "" : null,
                Written(Annotations.IgnoredClasses(target).SelectMany(attribute => attribute.ConstructorArguments).SelectMany(Annotations.Values)),
                new EquatableArray<MergedLabels>(merged)),
        };
    }

    /// <summary>The counts of [ClassCount] that compile.</summary>
    public static EquatableArray<WrittenCount> Counts(INamedTypeSymbol target) => new(Annotations.ClassCounts(target)
        .Where(attribute => attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is long)
        .Select(attribute => new WrittenCount(Written(attribute.ConstructorArguments[0]), (long)attribute.ConstructorArguments[1].Value!)));

    /// <summary>Says that nothing declares the classes of a label, neither the attribute nor a file, and what to do.</summary>
    public static Violation NoClasses(LabelMember member, FileLabelModel label, CancellationToken token)
    {
        (string reason, string remedy) = label.Text is null
            ? ("Min and Max are not given", "declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]")
            : ("no classes are declared", "list them in the order of their class indices: [ClassLabel(\"ham\", \"spam\")]");
        return LabelKinds.UnsupportedType(member, token, reason, $"{remedy}, or name the file that lists them with ClassCounts on [BalancedDataset]");
    }

    private static EquatableArray<string> Written(IEnumerable<TypedConstant> labels) => new(labels.Select(Written));

    private static string Written(TypedConstant label) => label switch
    {
        { Kind: TypedConstantKind.Array } => label.ToCSharpString(),
        { Value: string text } => text,
        { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => label.ToCSharpString(),
    };
}
