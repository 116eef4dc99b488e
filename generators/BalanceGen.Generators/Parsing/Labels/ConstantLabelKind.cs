using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>Listed characters, decimals, or integers with gaps.</summary>
internal sealed class ConstantLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) =>
        member.Columns is null
        && member.Encoding == LabelEncoding.ByType
        && (member.ValueType.SpecialType is SpecialType.System_Char or SpecialType.System_Decimal
            || (member.Has("Values") && IntegerTypes.RangeOf(member.ValueType.SpecialType) is not null));

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        const string Reason = "its classes are listed";
        findings.WarnAboutRange(member, Reason);
        findings.WarnAboutUnused(member, Reason, "Comparison", "NamesFrom", "Tolerance", "MultiHot");
        if (!LabelArguments.AreValidNames(member, findings))
        {
            return null;
        }

        ConstantClass[]? classes = member.ValueType.SpecialType switch
        {
            SpecialType.System_Char => Characters(member, findings),
            SpecialType.System_Decimal => Decimals(member, findings),
            _ => Integers(member, findings),
        };
        return classes is null
            ? null
            : new ConstantLabelModel(TypeNames.Qualified(member.ValueType), new EquatableArray<ConstantClass>(classes));
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label)
    {
        LabelPositions positions = LabelPositions.Of(label);
        return constant.Value switch
        {
            string text => positions.OfName(text),
            char character => labelType.SpecialType == SpecialType.System_Char ? positions.OfValue(character) : -1,
            { } number when constant.Kind == TypedConstantKind.Primitive && IntegerTypes.RangeOf(constant.Type!.SpecialType) is not null
                && labelType.SpecialType != SpecialType.System_Char =>
                positions.OfValue(Convert.ToDecimal(number, CultureInfo.InvariantCulture)),
            _ => -1,
        };
    }

    private static ConstantClass[]? Characters(LabelMember member, Findings findings)
    {
        findings.WarnAboutUnused(member, "its classes are listed", "Values");
        return Listed(member, findings, "characters: [ClassLabel(\"A\", \"B\")]", name => name.Length == 1
            ? new ConstantClass(name, SymbolDisplay.FormatLiteral(name[0], quote: true), name[0])
            : null);
    }

    private static ConstantClass[]? Decimals(LabelMember member, Findings findings)
    {
        findings.WarnAboutUnused(member, "its classes are listed", "Values");
        return Listed(member, findings, "numbers: [ClassLabel(\"1.10\", \"2.5\")]", name =>
            decimal.TryParse(name, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
                ? new ConstantClass(name, value.ToString(CultureInfo.InvariantCulture) + "M", value)
                : null);
    }

    private static ConstantClass[]? Listed(LabelMember member, Findings findings, string what, Func<string, ConstantClass?> parse)
    {
        if (member.ClassNames.IsEmpty)
        {
            findings.Unsupported(member, "no classes are declared", $"list them as {what}");
            return null;
        }

        var classes = new List<ConstantClass>();
        var known = new Dictionary<decimal, string>();
        for (int index = 0; index < member.ClassNames.Length; index++)
        {
            string name = member.ClassNames[index]!;
            ConstantClass? item = parse(name);
            string? problem = item is null
                ? $"'{name}' is no '{TypeNames.Short(member.ValueType)}'"
                : known.TryGetValue(item.Value, out string? same) ? $"'{name}' and '{same}' are the same value" : null;
            if (problem is not null)
            {
                findings.InvalidNames(member, member.ClassNameLocation(index, findings.Token), problem, $"list {what}");
                return null;
            }

            known.Add(item!.Value, name);
            classes.Add(item);
        }

        return [.. classes];
    }

    private static ConstantClass[]? Integers(LabelMember member, Findings findings)
    {
        ImmutableArray<long> values = member.Values ?? [];
        (decimal min, decimal max) = IntegerTypes.RangeOf(member.ValueType.SpecialType)!.Value;
        long outside = values.FirstOrDefault(value => value < min || value > max);
        long twice = values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1)?.Key ?? 0;
        (string? problem, string remedy) = values switch
        {
            { IsEmpty: true } => ("it is empty", "list the labels in the order of their class indices"),
            _ when values.Any(value => value < min || value > max) => (
                $"'{TypeNames.Short(member.ValueType)}' has no value {CSharpLiteral.OfWhole(outside)}", "remove it"),
            _ when values.Distinct().Count() < values.Length => ($"{CSharpLiteral.OfWhole(twice)} is listed twice", "remove one of them"),
            _ when !member.ClassNames.IsEmpty && member.ClassNames.Length != values.Length => (
                $"it has {CSharpLiteral.Of(values.Length)} labels and there are {CSharpLiteral.Of(member.ClassNames.Length)} class names",
                "give each label a name, or none"),
            _ => (null, ""),
        };
        if (problem is not null)
        {
            findings.InvalidArgument(member, "Values", problem, remedy);
            return null;
        }

        return
        [
            .. values.Select((value, index) => new ConstantClass(
                member.ClassNames.IsEmpty ? CSharpLiteral.OfWhole(value) : member.ClassNames[index]!, CSharpLiteral.OfWhole(value), value)),
        ];
    }
}
