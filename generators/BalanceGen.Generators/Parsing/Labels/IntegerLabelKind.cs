namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>An integer type with a declared range: every value of it is a class.</summary>
internal sealed class IntegerLabelKind : LabelKind
{
    /// <summary>The most classes of a range; a larger one is a mistake or a number that is not a class label.</summary>
    private const int MaxClassCount = 65536;

    public override bool Accepts(LabelMember member) =>
        member is { Columns: null, Encoding: LabelEncoding.ByType } && !member.Has("Values") && IntegerTypes.RangeOf(member.ValueType.SpecialType) is not null;

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        findings.WarnAboutNames(member, "the classes of an integer are the values from Min to Max");
        findings.WarnAboutUnused(member, "the classes of an integer are the values from Min to Max", "Comparison", "NamesFrom", "Tolerance", "MultiHot");

        if (member is { Min: null, Max: null })
        {
            return FileLabelParser.Integer(member);
        }

        if (member.Min is not { } min || member.Max is not { } max)
        {
            string missing = member.Min is null ? "Min" : "Max";
            findings.Unsupported(member, $"{missing} is not given", "declare the smallest and the largest label: [ClassLabel(Min = 0, Max = 9)]");
            return null;
        }

        if (Problem(member.ValueType, min, max) is { } problem)
        {
            findings.Add(
                Descriptors.InvalidIntegerRange,
                member.ArgumentLocation(problem.Argument, findings.Token),
                member.Name,
                CSharpLiteral.OfWhole(min),
                CSharpLiteral.OfWhole(max),
                problem.Reason,
                problem.Remedy);
            return null;
        }

        return new IntegerLabelModel(TypeNames.Qualified(member.ValueType), IntegerTypes.KindOf(member.ValueType.SpecialType), min, max);
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label)
    {
        if (constant.Kind != TypedConstantKind.Primitive || constant.Type is null || IntegerTypes.RangeOf(constant.Type.SpecialType) is null)
        {
            return -1;
        }

        decimal value = Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture);
        return label is not IntegerLabelModel range ? LabelPositions.Of(label).OfValue(value) // listed by a file
            : value >= range.Min && value <= range.Max ? (int)(value - range.Min)
            : -1;
    }

    private static (string Argument, string Reason, string Remedy)? Problem(ITypeSymbol type, long min, long max)
    {
        (decimal typeMin, decimal typeMax) = IntegerTypes.RangeOf(type.SpecialType)!.Value;
        decimal count = (decimal)max - min + 1;
        return min > max ? ("Min", "Min is greater than Max", "exchange them")
            : min < typeMin ? ("Min", $"'{TypeNames.Short(type)}' has no value below {CSharpLiteral.OfWhole(typeMin)}", "raise Min")
            : max > typeMax ? ("Max", $"'{TypeNames.Short(type)}' has no value above {CSharpLiteral.OfWhole(typeMax)}", "lower Max")
            : count > MaxClassCount
                ? ("Max", $"{CSharpLiteral.OfWhole(count)} classes are more than {MaxClassCount}", "declare only the labels that are classes")
            : null;
    }
}
