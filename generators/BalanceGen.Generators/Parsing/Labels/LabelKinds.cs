namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>The kinds of labels that are supported. A new kind is a file beside this one and an entry in this list.</summary>
internal static class LabelKinds
{
    private static readonly LabelKind[] All =
    [
        new EnumLabelKind(), new BooleanLabelKind(), new IntegerLabelKind(), new TextLabelKind(), new ConstantLabelKind(),
        new VectorLabelKind(), new MultiLabelKind(),
    ];

    public static LabelKind? Of(LabelMember member) => All.FirstOrDefault(kind => kind.Accepts(member));

    public static LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        if (member.Type.TypeKind == TypeKind.Error)
        {
            return null; // the compiler has already said that there is no such type
        }

        if (IsNullable(member.Type) && !member.DeclaresMissing)
        {
            findings.Unsupported(member, "null is no class", "make the label non-nullable, or say what null means with Missing or MissingClass");
            return null;
        }

        if (Of(member) is not { } kind)
        {
            findings.Unsupported(member, UnsupportedLabel.Reason(member), UnsupportedLabel.Remedy(member));
            return null;
        }

        LabelModel? label = LabelArguments.AreValid(member, findings) ? kind.Parse(target, member, findings) : null;
        if (label is FileLabelModel file)
        {
            return FileLabelParser.WithRules(target, member, file, findings);
        }

        if (label is not null and not MultiLabelModel)
        {
            findings.WarnAboutUnused(member, "its classes are declared already", "ClassesFrom", "ClassOrder");
        }

        return label is null or MultiLabelModel ? label : LabelRules.Apply(target, member, kind, label, findings);
    }

    /// <summary>The position of a constant among the declared labels, before classes are merged or ignored; −1 if it is none of them.</summary>
    public static int LabelIndexOf(TypedConstant constant, LabelMember member, LabelModel label) =>
        label is MultiLabelModel multi
            ? LabelIndexOf(constant, MultiLabelKind.Part(member), multi.Labels)
            : constant.Kind == TypedConstantKind.Array
            ? -1
            : Of(member)!.IndexOf(constant, member.ValueType, label.WithoutRules());

    /// <summary>The class index of a merged class that a constant names, which no label of the record's type stands for; −1 if there is none.</summary>
    public static int MergedClassOf(TypedConstant constant, LabelModel label) => label switch
    {
        MultiLabelModel multi => MergedClassOf(constant, multi.Labels),
        RuledLabelModel { ClassOfLabel.Count: > 0 } ruled when constant is { Kind: TypedConstantKind.Primitive, Value: string name } =>
            Enumerable.Range(0, ruled.ClassCount)
                .Where(index => ruled.Names[index] == name && ruled.ClassOfLabel.Count(merged => merged == index) > 1)
                .DefaultIfEmpty(-1)
                .First(),
        _ => -1,
    };

    public static bool IsNullable(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated);

    public static Violation UnsupportedType(LabelMember member, CancellationToken token, string reason, string remedy) =>
        new(Descriptors.UnsupportedLabelType, member.TypeLocation(token), member.Name, TypeNames.Short(member.Type), reason, remedy);
}
