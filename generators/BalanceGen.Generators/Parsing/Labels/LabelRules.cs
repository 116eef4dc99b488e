namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Puts the rules for missing labels, ignored and merged classes on top of a label.</summary>
internal static class LabelRules
{
    private const int Unknown = -1;

    /// <summary>The label with its rules, or the label itself if there are none. Null if the rules cannot hold, which is then noted.</summary>
    public static LabelModel? Apply(INamedTypeSymbol target, LabelMember member, LabelKind kind, LabelModel label, Findings findings)
    {
        var map = new ClassMap(target, member, kind, label, findings);
        if (map.Classes() is not { } classes || MissingClass(member, classes.Names, findings) is not { } missing)
        {
            return null;
        }

        bool isVector = label is VectorLabelModel;
        bool isSpan = isVector || label is TextLabelModel { Form: not TextForm.String };
        bool canBeNull = CanBeNull(member, isSpan, findings);
        bool isEmptyMissing = isSpan && !isVector && member.DeclaresMissing;
        return isVector || canBeNull || isEmptyMissing || map.IsChanged
            ? new RuledLabelModel(
                canBeNull ? label.Type + "?" : label.Type,
                label,
                canBeNull,
                isEmptyMissing,
                missing,
                new EquatableArray<int>(map.IsChanged ? classes.ClassOfLabel : []),
                new EquatableArray<string>(classes.Names))
            : label;
    }

    /// <summary>Whether null can stand in the place of a label. Notes a rule for missing labels of one that is never missing.</summary>
    public static bool CanBeNull(LabelMember member, bool isSpan, Findings findings)
    {
        bool isNullable = LabelKinds.IsNullable(member.Type) || member.IsBehindNull || (member.DeclaresMissing && member.Type.IsReferenceType);
        if (member.DeclaresMissing && !isSpan && !isNullable)
        {
            findings.WarnAboutUnused(member, "it is never null", "Missing", "MissingClass");
        }

        return !isSpan && isNullable;
    }

    private static int? MissingClass(LabelMember member, List<string> names, Findings findings)
    {
        if (!member.Has("MissingClass"))
        {
            return member.Missing == MissingLabelPolicy.Ignore ? RuledLabelModel.Ignored : Unknown;
        }

        int index = names.IndexOf(member.MissingClass ?? "");
        if (index >= 0)
        {
            return index;
        }

        findings.InvalidArgument(member, "MissingClass", $"'{member.MissingClass}' is none of the classes", "name a class, or use Missing");
        return null;
    }
}
