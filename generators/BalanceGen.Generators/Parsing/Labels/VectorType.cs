namespace BalanceGen.Generators.Parsing.Labels;

/// <summary>A member that holds elements next to each other: an array, memory, span, immutable array or inline array, or columns.</summary>
internal sealed class VectorType
{
    private readonly string _toSpan;

    private VectorType(ITypeSymbol element, string toSpan, bool isInlineArray = false)
    {
        Element = element;
        _toSpan = toSpan;
        IsInlineArray = isInlineArray;
    }

    public ITypeSymbol Element { get; }

    public bool IsInlineArray { get; }

    /// <summary>The number of elements where the type says it, or null.</summary>
    public int? Length { get; private set; }

    /// <summary>The vector that a member holds, or null if it holds something else.</summary>
    public static VectorType? Of(LabelMember member)
    {
        if (member.Columns is not null)
        {
            return new VectorType(member.Type, "");
        }

        return member.Type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => new VectorType(array.ElementType, ""),
            INamedTypeSymbol { TypeArguments.Length: 1 } type when IsSystemType(type) is { } toSpan =>
                new VectorType(type.TypeArguments[0], toSpan),
            INamedTypeSymbol { IsValueType: true } type when InlineElement(type) is { } element =>
                new VectorType(element, "", isInlineArray: true) { Length = InlineLength(type) },
            _ => null,
        };
    }

    /// <summary>How a span of the elements is read from a row; an inline array as it is.</summary>
    public string Access(LabelMember member)
    {
        bool isStruct = member.Type.IsValueType && member.Columns is null;
        string value = isStruct && member.IsBehindNull ? $"({member.Access}).GetValueOrDefault()" : member.Access;
        return value + _toSpan;
    }

    public ElementKind? ElementKind => Element.SpecialType switch
    {
        SpecialType.System_Boolean => Model.ElementKind.Boolean,
        SpecialType.System_Single => Model.ElementKind.Single,
        SpecialType.System_Double => Model.ElementKind.Double,
        _ when IntegerTypes.RangeOf(Element.SpecialType) is not null => Model.ElementKind.Integer,
        _ when Element is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } =>
            Model.ElementKind.Single,
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
        InlineLength(type) is not null
            ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => !field.IsStatic)?.Type
            : null;

    private static int? InlineLength(INamedTypeSymbol type) => type.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "InlineArrayAttribute", ContainingNamespace.Name: "CompilerServices" })
        ?.ConstructorArguments.Select(argument => argument.Value as int?).FirstOrDefault();
}
