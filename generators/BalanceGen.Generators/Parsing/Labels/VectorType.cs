namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>A member that holds elements next to each other: an array, memory, span, immutable array or inline array, or columns.</summary>
/// <param name="Element">The type of the elements.</param>
/// <param name="ToSpan">What turns a value of the type into a span.</param>
/// <param name="Length">The number of elements where the type says it, which only inline arrays do, or null.</param>
internal sealed record VectorType(ITypeSymbol Element, string ToSpan = "", int? Length = null)
{
    public bool IsInlineArray => Length is not null;

    /// <summary>The vector that a member holds, or null if it holds something else.</summary>
    public static VectorType? Of(LabelMember member) => member.Type switch
    {
        _ when member.Columns is not null => new VectorType(member.Type),
        IArrayTypeSymbol { Rank: 1 } array => new VectorType(array.ElementType),
        INamedTypeSymbol { TypeArguments: [var element] } type when IsSystemType(type) is { } toSpan => new VectorType(element, toSpan),
        INamedTypeSymbol { IsValueType: true } type when InlineLength(type) is { } length && InlineElement(type) is { } element =>
            new VectorType(element, Length: length),
        _ => null,
    };

    /// <summary>How a span of the elements is read from a row; an inline array as it is.</summary>
    public string Access(LabelMember member)
    {
        bool isStruct = member.Type.IsValueType && member.Columns is null;
        string value = isStruct && member.IsBehindNull ? $"({member.Access}).GetValueOrDefault()" : member.Access;
        return value + ToSpan;
    }

    public ElementKind? ElementKind => Element.SpecialType switch
    {
        SpecialType.System_Boolean => Model.ElementKind.Boolean,
        SpecialType.System_Single => Model.ElementKind.Single,
        SpecialType.System_Double => Model.ElementKind.Double,
        _ when IntegerTypes.RangeOf(Element.SpecialType) is not null => Model.ElementKind.Integer,
        _ when TypeNames.IsHalf(Element) => Model.ElementKind.Single,
        _ => null,
    };

    /// <summary>What turns a value of the type into a span, or null if the type is none that has one.</summary>
    private static string? IsSystemType(INamedTypeSymbol type) => (type.ContainingNamespace.ToDisplayString(), type.Name) switch
    {
        ("System", "ReadOnlySpan" or "Span") => "",
        ("System", "ReadOnlyMemory" or "Memory") => ".Span",
        ("System.Collections.Immutable", "ImmutableArray") => ".AsSpan()",
        _ => null,
    };

    private static ITypeSymbol? InlineElement(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => !field.IsStatic)?.Type;

    private static int? InlineLength(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace.Name: "CompilerServices" })
        ?.ConstructorArguments.Select(argument => argument.Value as int?).FirstOrDefault();
}
