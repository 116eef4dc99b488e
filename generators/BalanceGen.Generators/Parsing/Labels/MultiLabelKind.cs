namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Several labels a row: an enum of flags, a multi-hot vector or columns, or a collection of labels.</summary>
internal sealed class MultiLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) => FormOf(member) is not null;

    public override string Access(LabelMember member) =>
        FormOf(member) == LabelSetForm.Flags || IsEnumerable(member.Type) ? member.Access : VectorType.Of(member)!.Access(member);

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        findings.WarnAboutUnused(member, "a row may have several classes", "MultiHot");
        if (member.Has("MissingClass"))
        {
            findings.InvalidArgument(member, "MissingClass", "a row without labels belongs to no class", "use Missing to say what null means");
            return null;
        }

        LabelSetForm form = FormOf(member)!.Value;
        if (LabelKinds.Parse(target, Part(member), findings) is not { } label)
        {
            return null;
        }

        bool isSequence = label.WithoutRules()
            is VectorLabelModel or TextLabelModel { Form: not TextForm.String } or FileLabelModel { Text: TextForm.Characters or TextForm.Utf8 };
        if (isSequence && form == LabelSetForm.Collection)
        {
            findings.Unsupported(member, "a label within a collection is a collection itself", "use a collection of plain labels");
            return null;
        }

        if (HidesNull(member) && member.Missing != MissingLabelPolicy.Ignore)
        {
            findings.Unsupported(
                member,
                "it reads as one without a class where something before it is null",
                "set Missing to MissingLabelPolicy.Ignore, or use an array");
            return null;
        }

        bool canBeNull = form switch
        {
            LabelSetForm.Flags => member.IsBehindNull,
            LabelSetForm.Collection => member.Type.IsReferenceType,
            _ => false,
        };
        string type = form switch
        {
            _ when canBeNull => TypeNames.Qualified(member.Type) + "?",
            LabelSetForm.Flags => TypeNames.Qualified(member.Type),
            LabelSetForm.MultiHot when VectorType.Of(member)!.IsInlineArray => label.WithoutRules().Type,
            _ => $"global::System.ReadOnlySpan<{TypeNames.Qualified(VectorType.Of(member)!.Element)}>",
        };
        return new MultiLabelModel(type, label.OverloadAccess, form, label, canBeNull, member.Missing == MissingLabelPolicy.Ignore);
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label) => -1;

    /// <summary>One of the member's labels.</summary>
    public static LabelMember Part(LabelMember member) => FormOf(member) switch
    {
        LabelSetForm.Flags => member.Part(member.Type, LabelEncoding.ByType, isFlags: true),
        LabelSetForm.MultiHot => member.Part(member.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), LabelEncoding.OneHot, isFlags: false),
        _ => member.Part(ElementOf(member)!, LabelEncoding.ByType, isFlags: false),
    };

    /// <summary>Whether a missing label would be read as a row without labels. For vectors the wrong length shows that the label is missing.</summary>
    private static bool HidesNull(LabelMember member) =>
        member is { IsBehindNull: true, Type.IsValueType: true, Columns: null }
        && (FormOf(member) == LabelSetForm.Collection || VectorType.Of(member) is { IsInlineArray: true });

    private static LabelSetForm? FormOf(LabelMember member) => member.Encoding switch
    {
        LabelEncoding.Set when member.Columns is null && IsFlagsEnum(member.Type) => LabelSetForm.Flags,
        LabelEncoding.Set when member.Columns is null && ElementOf(member) is not null => LabelSetForm.Collection,
        LabelEncoding.MultiHot when VectorType.Of(member) is { ElementKind: not null } => LabelSetForm.MultiHot,
        _ => null,
    };

    private static ITypeSymbol? ElementOf(LabelMember member) =>
        IsEnumerable(member.Type)
            ? ((INamedTypeSymbol)member.Type).TypeArguments[0]
            : VectorType.Of(member) is { IsInlineArray: false } vector ? vector.Element : null;

    /// <summary>Collections that are enumerated without allocation; an interface, a 'SortedSet' or a list of nodes would allocate for every row.</summary>
    private static bool IsEnumerable(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "List" or "HashSet" } named
        && named.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";

    private static bool IsFlagsEnum(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum && type.GetAttributes().Any(attribute => attribute.AttributeClass is
        {
            Name: "FlagsAttribute",
            ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
        });
}
