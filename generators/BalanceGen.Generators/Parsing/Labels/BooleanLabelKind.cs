namespace BalanceGen.Generators.Parsing.Labels;

/// <summary><see cref="bool"/>: false is class 0, true is class 1, and two names may be given.</summary>
internal sealed class BooleanLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) =>
        member is { Columns: null, Encoding: LabelEncoding.ByType } && member.ValueType.SpecialType == SpecialType.System_Boolean;

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        findings.WarnAboutRange(member, "false and true are the classes");
        findings.WarnAboutUnused(member, "false and true are the classes", "Values", "Comparison", "NamesFrom", "Tolerance", "MultiHot");

        ImmutableArray<string?> names = member.ClassNames;
        if (names.IsEmpty)
        {
            return new BooleanLabelModel("false", "true");
        }

        if (names.Length != 2)
        {
            findings.InvalidNames(
                member,
                member.AttributeLocation(findings.Token),
                $"a 'bool' has 2 classes and not {names.Length}",
                "give the name of 'false' and then the name of 'true'");
            return null;
        }

        return LabelArguments.AreValidNames(member, findings) ? new BooleanLabelModel(names[0]!, names[1]!) : null;
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label) =>
        constant.Value switch
        {
            false => 0,
            true => 1,
            _ => -1,
        };
}
