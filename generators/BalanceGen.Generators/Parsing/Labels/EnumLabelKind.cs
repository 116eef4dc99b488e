namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>An enum: the distinct values of its members are the classes.</summary>
internal sealed class EnumLabelKind : LabelKind
{
    public override bool Accepts(LabelMember member) =>
        member is { Columns: null, Encoding: LabelEncoding.ByType } && member.ValueType.TypeKind == TypeKind.Enum;

    public override LabelModel? Parse(INamedTypeSymbol target, LabelMember member, Findings findings)
    {
        findings.WarnAboutNames(member, "the members of the enum are the classes");
        findings.WarnAboutRange(member, "the members of the enum are the classes");
        findings.WarnAboutUnused(member, "the members of the enum are the classes", "Values", "Comparison", "Tolerance", "MultiHot");

        var type = (INamedTypeSymbol)member.ValueType;
        if (TypeNames.Chain(type).Any(part => part.IsFileLocal))
        {
            findings.Unsupported(member, "the generated file cannot name a file-local enum", "remove 'file'");
            return null;
        }

        EnumClass[] classes = [.. Classes(type, member.NamesFrom).Where(item => !member.IsFlags || IsOneBit(item.Value, type.EnumUnderlyingType!.SpecialType))];
        if (classes.Length == 0)
        {
            findings.Unsupported(member, "the enum has no members", "declare a member for each class");
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        if (Array.Find(classes, item => !names.Add(item.Name)) is { } sameName)
        {
            findings.InvalidArgument(member, "NamesFrom", $"two members of the enum have the name '{sameName.Name}'", "give them different names");
            return null;
        }

        return new EnumLabelModel(
            TypeNames.Qualified(type),
            AccessibilityDomain.OverloadAccess(target, type),
            IntegerTypes.KindOf(type.EnumUnderlyingType!.SpecialType),
            new EquatableArray<EnumClass>(classes));
    }

    public override int IndexOf(TypedConstant constant, ITypeSymbol labelType, LabelModel label) =>
        constant.Value is { } value && SymbolEqualityComparer.Default.Equals(constant.Type, labelType)
            ? LabelPositions.Of(label).OfValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture))
            : -1;

    /// <summary>Whether the value is a single flag, and not none or a combination. The highest flag of a signed type is its least value.</summary>
    private static bool IsOneBit(decimal value, SpecialType underlying) => value < 0
        ? value == IntegerTypes.RangeOf(underlying)!.Value.Min
        : value > 0 && ((ulong)value & ((ulong)value - 1)) == 0;

    private static IEnumerable<EnumClass> Classes(INamedTypeSymbol type, EnumClassNames names)
    {
        string qualified = TypeNames.Qualified(type);
        Member[] members =
        [
            .. type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.HasConstantValue)
                .Select(field => new Member(field, EnumMemberName.Of(field, names), Convert.ToDecimal(field.ConstantValue, CultureInfo.InvariantCulture))),
        ];
        IGrouping<decimal, Member>[] classes = [.. members.GroupBy(member => member.Value)];

        // In most enums each member is a class of its own, with one name.
        return classes.Length == members.Length && Array.TrueForAll(members, member => member.Name == member.Field.Name)
            ? members.Select(member => new EnumClass(member.Name, Constant(qualified, member), member.Value, default))
            : Classes(qualified, classes);
    }

    private static IEnumerable<EnumClass> Classes(string type, IGrouping<decimal, Member>[] classes)
    {
        Dictionary<string, decimal> values = ValueOfNames(classes);
        return classes.Select(members => new EnumClass(
            members.First().Name,
            Constant(type, members.First()),
            members.Key,
            new EquatableArray<string>(members
                .SelectMany(member => new[] { member.Field.Name, member.Name })
                .Distinct()
                .Where(name => name != members.First().Name && values.TryGetValue(name, out decimal value) && value == members.Key))));
    }

    /// <summary>
    /// The class of each name. Class names go before identifiers, and identifiers before other names that attributes give. If two classes have such another name, it
    /// means neither.
    /// </summary>
    private static Dictionary<string, decimal> ValueOfNames(IGrouping<decimal, Member>[] classes)
    {
        var values = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach ((string name, decimal value) in classes.Select(members => (members.First().Name, members.Key))
            .Concat(classes.SelectMany(members => members.Select(member => (member.Field.Name, members.Key))))
            .Concat(classes
                .SelectMany(members => members)
                .GroupBy(given => given.Name)
                .Where(given => given.Select(item => item.Value).Distinct().Count() == 1)
                .Select(given => (given.Key, given.First().Value))))
        {
            if (!values.ContainsKey(name))
            {
                values.Add(name, value);
            }
        }

        return values;
    }

    /// <summary>An obsolete or experimental member is written as its value: naming it would warn in the user's build, or not compile at all.</summary>
    private static string Constant(string type, Member member) =>
        NamingWarnings.AreOf(member.Field)
            ? $"({type})({CSharpLiteral.OfWhole(member.Value)})"
            : $"{type}.{Identifier.Escape(member.Field.Name)}";

    private sealed record Member(IFieldSymbol Field, string Name, decimal Value);
}
