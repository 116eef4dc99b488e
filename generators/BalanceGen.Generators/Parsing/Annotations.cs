namespace BalanceGen.Generators.Parsing;

/// <summary>The attributes of the runtime library, recognised by name.</summary>
internal static class Annotations
{
    private const string LabelAttribute = "ClassLabelAttribute";

    public static AttributeData? BalancedDataset(ISymbol symbol) => First(symbol, "BalancedDatasetAttribute");

    /// <summary>Whether the type is annotated twice, as a data set and as a companion, or as two companions.</summary>
    public static bool IsAnnotatedTwice(ISymbol symbol) => All(symbol, "BalancedDatasetAttribute")
        .Select(attribute => attribute.AttributeClass).Distinct(SymbolEqualityComparer.Default).Count() > 1;

    public static AttributeData? ClassLabel(ISymbol symbol) => First(symbol, LabelAttribute);

    public static AttributeData? ClassColumns(ISymbol symbol) => First(symbol, "ClassColumnsAttribute");

    public static IEnumerable<AttributeData> ClassCounts(ISymbol symbol) => All(symbol, "ClassCountAttribute");

    public static IEnumerable<AttributeData> IgnoredClasses(ISymbol symbol) => All(symbol, "IgnoredClassAttribute");

    public static IEnumerable<AttributeData> MergedClasses(ISymbol symbol) => All(symbol, "MergedClassAttribute");

    /// <summary>What an attribute says about its member, or null.</summary>
    public static Mark? MarkOf(AttributeData attribute) => attribute.AttributeClass is not { } type || !IsOfLibrary(type) ? null : type.Name switch
    {
        LabelAttribute => Mark.Label,
        "SampleWeightAttribute" => Mark.Weight,
        "GroupAttribute" => Mark.Group,
        _ => null,
    };

    /// <summary>The value of an argument that is given by its name and is no array, or null.</summary>
    public static object? Argument(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array } value
            ? value.Value
            : null;

    /// <summary>The constants that an argument lists, or the argument itself if it is no array.</summary>
    public static IEnumerable<TypedConstant> Values(TypedConstant argument) =>
        argument.Kind != TypedConstantKind.Array ? [argument] : argument.IsNull ? [] : argument.Values;

    /// <summary>Where an attribute stands.</summary>
    public static Location Place(AttributeData? attribute, CancellationToken token) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(token).GetLocation() ?? Location.None;

    // Most attributes of a program are others, and every member of every record is asked: no iterator, and the name first.
    private static AttributeData? First(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (Is(attribute, name))
            {
                return attribute;
            }
        }

        return null;
    }

    private static IEnumerable<AttributeData> All(ISymbol symbol, string name) => symbol.GetAttributes().Where(attribute => Is(attribute, name));

    private static bool Is(AttributeData attribute, string name) => attribute.AttributeClass is { } type && type.Name == name && IsOfLibrary(type);

    private static bool IsOfLibrary(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: LibraryNames.Library, ContainingNamespace.IsGlobalNamespace: true };
}
