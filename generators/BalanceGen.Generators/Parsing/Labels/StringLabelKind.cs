namespace BalanceGen.Generators.Parsing.Labels;

/// <summary><see cref="string"/> with a declared list of labels.</summary>
internal sealed class StringLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) =>
        member is { Columns: null, Encoding: LabelEncoding.ByType } && member.Type.SpecialType == SpecialType.System_String && member.Comparison == LabelComparison.Ordinal;

    public override LabelModel? Parse(
        INamedTypeSymbol target, LabelMember member, ICollection<Violation> violations, CancellationToken token)
    {
        LabelArguments.WarnAboutRange(member, violations, token, "the classes of a string are the declared strings");
        LabelArguments.WarnAboutUnused(
            member, violations, token, "the classes of a string are the declared strings", "Values", "NamesFrom", "Tolerance", "MultiHot");

        if (member.ClassNames.IsEmpty)
        {
            return FileLabelParser.Text(member, TextForm.String, "string");
        }

        return LabelArguments.AreValidNames(member, violations, token)
            ? new StringLabelModel(new EquatableArray<string>(member.ClassNames.OfType<string>()))
            : null;
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label) =>
        constant.Value is string text ? LabelPositions.Of(label).OfName(text) : -1;
}
