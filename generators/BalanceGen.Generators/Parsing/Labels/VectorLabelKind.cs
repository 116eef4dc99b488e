namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>A vector with one element per class, one-hot or scores, in one member or in columns.</summary>
internal sealed class VectorLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) =>
        VectorType.Of(member) is { ElementKind: { } element } && member.Encoding switch
        {
            LabelEncoding.OneHot => true,
            LabelEncoding.Scores => element != ElementKind.Boolean,
            LabelEncoding.ByType => element != ElementKind.Integer || member.Columns is not null,
            _ => false,
        };

    public override string Access(LabelMember member) => VectorType.Of(member)!.Access(member);

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        const string Reason = "the elements of a vector have one class each";
        findings.WarnAboutRange(member, Reason);
        findings.WarnAboutUnused(member, Reason, "Values", "Comparison", "NamesFrom");

        if (member.ClassNames.IsEmpty)
        {
            findings.Unsupported(member, "no classes are declared", "list them in the order of the elements: [ClassLabel(\"cat\", \"dog\")]");
            return null;
        }

        if (!LabelArguments.AreValidNames(member, findings))
        {
            return null;
        }

        VectorType vector = VectorType.Of(member)!;
        if (vector.Length is { } length && length != member.ClassNames.Length)
        {
            findings.InvalidNames(
                member,
                member.AttributeLocation(findings.Token),
                $"'{TypeNames.Short(member.Type)}' has {CSharpLiteral.Of(length)} elements and there are {CSharpLiteral.Of(member.ClassNames.Length)} names",
                "give each element a name");
            return null;
        }

        bool hasScores = member.Encoding == LabelEncoding.Scores;
        ElementKind element = vector.ElementKind!.Value;
        bool hasTolerance = element is ElementKind.Single or ElementKind.Double && !hasScores;
        if (!hasTolerance)
        {
            findings.WarnAboutUnused(member, hasScores ? "the largest score wins" : "its elements are exactly 0 or 1", "Tolerance");
        }

        string elementType = TypeNames.Qualified(vector.Element);
        return new VectorLabelModel(
            vector.IsInlineArray ? $"in {TypeNames.Qualified(member.Type)}" : $"global::System.ReadOnlySpan<{elementType}>",
            vector.IsInlineArray ? AccessibilityDomain.OverloadAccess(target, (INamedTypeSymbol)member.Type) : MemberAccess.Public,
            elementType,
            element,
            vector.IsInlineArray,
            hasScores,
            hasTolerance && member.Tolerance != 0 ? CSharpLiteral.Of(member.Tolerance) + (element == ElementKind.Single ? "F" : "D") : "",
            member.MultiHot,
            new EquatableArray<string>(member.ClassNames.OfType<string>()));
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label) =>
        constant.Value is string name ? LabelPositions.Of(label).OfName(name) : -1;
}
