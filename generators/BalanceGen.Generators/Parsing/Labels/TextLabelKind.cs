namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Text with a declared list of labels: strings, or characters or UTF-8 bytes in memory.</summary>
internal sealed class TextLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) => FormOf(member) is not null;

    public override string Access(LabelMember member) =>
        FormOf(member) == TextForm.String ? member.Access : VectorType.Of(member)!.Access(member);

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        TextForm form = FormOf(member)!.Value;
        bool isPlain = form == TextForm.String && member.Comparison == LabelComparison.Ordinal;
        string reason = $"the classes of {(isPlain ? "a string" : "text")} are the declared strings";
        findings.WarnAboutRange(member, reason);
        findings.WarnAboutUnused(member, reason, "Values", "NamesFrom", "Tolerance", "MultiHot");

        string type = form switch
        {
            TextForm.String => "string",
            TextForm.Characters => "global::System.ReadOnlySpan<char>",
            _ => "global::System.ReadOnlySpan<byte>",
        };
        if (member.ClassNames.IsEmpty)
        {
            return FileLabelParser.Text(member, form, type);
        }

        if (!LabelArguments.AreValidNames(member, findings) || !AreDistinct(member, findings))
        {
            return null;
        }

        return new TextLabelModel(type, form, member.Comparison, new EquatableArray<string>(member.ClassNames.OfType<string>()));
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label) =>
        constant.Value is string name ? LabelPositions.Of(label).OfName(Key(name, ((TextLabelModel)label).Comparison)) : -1;

    /// <summary>A text that is the same for two labels if the comparison takes them for one.</summary>
    public static string Key(string name, LabelComparison comparison)
    {
        string trimmed = (comparison & LabelComparison.Trim) != 0 ? name.Trim() : name;
        return (comparison & LabelComparison.IgnoreCase) != 0 ? trimmed.ToUpperInvariant() : trimmed;
    }

    private static TextForm? FormOf(LabelMember member) => member switch
    {
        { Columns: not null } => null,
        { Type.SpecialType: SpecialType.System_String, Encoding: LabelEncoding.ByType } => TextForm.String,
        { Encoding: LabelEncoding.ByType } when VectorType.Of(member)?.Element.SpecialType == SpecialType.System_Char => TextForm.Characters,
        { Encoding: LabelEncoding.Utf8 } when VectorType.Of(member) is { Element.SpecialType: SpecialType.System_Byte, IsInlineArray: false } => TextForm.Utf8,
        _ => null,
    };

    /// <summary>Whether the comparison can tell all names apart. Two names that it cannot tell apart would be one class with two indices.</summary>
    private static bool AreDistinct(LabelMember member, Findings findings)
    {
        LabelComparison comparison = member.Comparison;
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < member.ClassNames.Length; index++)
        {
            string key = Key(member.ClassNames[index]!, comparison);
            string? problem = key.Length == 0
                ? $"the name of class {index} is only white space, which the comparison trims"
                : positions.TryGetValue(key, out int first)
                    ? $"'{member.ClassNames[first]}' and '{member.ClassNames[index]}' are the same by the comparison"
                    : null;
            if (problem is not null)
            {
                findings.InvalidNames(member, member.ClassNameLocation(index, findings.Token), problem, "remove one of them");
                return false;
            }

            positions.Add(key, index);
        }

        return true;
    }
}
