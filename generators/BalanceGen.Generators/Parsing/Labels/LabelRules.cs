namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Puts the rules for missing labels, ignored and merged classes on top of a label.</summary>
internal static class LabelRules
{
    private const int Unknown = -1;

    /// <summary>The label with its rules, or the label itself if there are none. Null if the rules cannot hold, which is then noted.</summary>
    public static LabelModel? Apply(
        INamedTypeSymbol target,
        LabelMember member,
        LabelKind kind,
        LabelModel label,
        ICollection<Violation> violations,
        CancellationToken token)
    {
        if (ClassMap.Of(target, member, kind, label, violations, token) is not { } map
            || MissingClass(member, map, violations, token) is not { } missing)
        {
            return null;
        }

        bool isVector = label is VectorLabelModel;
        bool isSpan = isVector || label is TextLabelModel { Form: not TextForm.String };
        bool isDeclared = member.Has("Missing") || member.Has("MissingClass");
        bool isNullable = LabelKinds.IsNullable(member.Type) || member.IsBehindNull;
        bool canBeNull = !isSpan && (isNullable || (isDeclared && member.Type.IsReferenceType));
        if (isDeclared && !isSpan && !canBeNull)
        {
            LabelArguments.WarnAboutUnused(member, violations, token, "it is never null", "Missing", "MissingClass");
        }

        bool isEmptyMissing = isSpan && !isVector && isDeclared;
        return isVector || canBeNull || isEmptyMissing || map.IsChanged
            ? new RuledLabelModel(
                canBeNull ? label.Type + "?" : label.Type,
                label,
                canBeNull,
                isEmptyMissing,
                missing,
                new EquatableArray<int>(map.IsChanged ? map.ClassOfLabel : []),
                new EquatableArray<string>(map.Names))
            : label;
    }

    private static int? MissingClass(LabelMember member, ClassMap map, ICollection<Violation> violations, CancellationToken token)
    {
        if (!member.Has("MissingClass"))
        {
            return member.Missing == MissingLabelPolicy.Ignore ? RuledLabelModel.Ignored : Unknown;
        }

        int index = map.Names.ToList().IndexOf(member.MissingClass ?? "");
        if (index >= 0)
        {
            return index;
        }

        violations.Add(LabelArguments.Invalid(
            member, "MissingClass", $"'{member.MissingClass}' is none of the classes", "name a class, or use Missing", token));
        return null;
    }
}
