namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>The class name of an enum member.</summary>
internal static class EnumMemberName
{
    /// <summary>The name that an attribute gives, or the identifier where there is no such attribute or its name is empty.</summary>
    public static string Of(IFieldSymbol member, EnumClassNames names)
    {
        string? given = names switch
        {
            EnumClassNames.Description => Attribute(member, "DescriptionAttribute", "ComponentModel")?.ConstructorArguments
                .Select(argument => argument.Value as string).FirstOrDefault(),
            EnumClassNames.EnumMember => Named(Attribute(member, "EnumMemberAttribute", "Serialization"), "Value"),
            EnumClassNames.Display => Named(Attribute(member, "DisplayAttribute", "DataAnnotations"), "Name"),
            _ => null,
        };
        return string.IsNullOrEmpty(given) ? member.Name : given!;
    }

    private static AttributeData? Attribute(IFieldSymbol member, string name, string ofNamespace) =>
        member.GetAttributes().FirstOrDefault(attribute =>
            attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.Name == ofNamespace);

    private static string? Named(AttributeData? attribute, string argument) =>
        attribute?.NamedArguments.FirstOrDefault(named => named.Key == argument).Value.Value as string;
}
