using System.Runtime.CompilerServices;

namespace BalanceGen.Generators.Parsing;

/// <summary>The names of a type: in messages, in generated code, as a file.</summary>
internal static class TypeNames
{
    // Of a namespace with a thousand records each name is made once; a symbol lives no longer than its compilation.
    private static readonly ConditionalWeakTable<INamespaceSymbol, NamespaceName> Namespaces = new();

    /// <summary>
    /// The names in a namespace or type that are told apart by case alone. Found once for all the types in it, or a namespace of
    /// n types would be walked n times; a symbol lives no longer than its compilation.
    /// </summary>
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HashSet<string>> Namesakes = new();

    /// <summary>The name a message shows.</summary>
    public static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>The type with <c>global::</c> and escaped keywords.</summary>
    public static string Qualified(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The namespace of a type, with escaped keywords and as it is in metadata; empty strings for the global one.</summary>
    public static NamespaceName NamespaceOf(INamedTypeSymbol type) => Namespaces.GetValue(type.ContainingNamespace, static space => new NamespaceName(space));

    /// <summary>The type of a member or of what a method returns.</summary>
    public static ITypeSymbol? OfMember(ISymbol? member) => member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>The type of a value that is not null.</summary>
    public static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>Whether a type is <c>System.Half</c>.</summary>
    public static bool IsHalf(ITypeSymbol type) => type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>The type and the types that contain it, outermost first.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        if (type.ContainingType is null)
        {
            return [type];
        }

        var chain = new List<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            chain.Insert(0, current);
        }

        return chain;
    }

    /// <summary>
    /// Whether the type or one around it has a second declaration that is no part of it, such as a class and a struct of one name: an error of the
    /// user's, who is typing, but two types of one name would also have one file.
    /// </summary>
    public static bool IsDeclaredTwice(INamedTypeSymbol type) => Chain(type).Any(part =>
        part.ContainingSymbol is INamespaceOrTypeSymbol container
        && container.GetTypeMembers(part.Name, part.Arity).Count(namesake => !namesake.IsFileLocal) > 1);

    /// <summary>The base types, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The type, its type arguments and what they are made of: all that its written name mentions.</summary>
    public static IEnumerable<INamedTypeSymbol> Mentioned(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Mentioned(array.ElementType),
        INamedTypeSymbol named => Chain(named).SelectMany(part => part.TypeArguments).SelectMany(Mentioned).Concat(Chain(named)),
        _ => [],
    };

    /// <summary>What re-opens the type. A missing type parameter would silently declare another type.</summary>
    public static TypeHeader Header(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        string name = Identifier.Escape(type.Name);
        return new TypeHeader(
            keyword,
            type.TypeParameters.IsEmpty
                ? name
                : $"{name}<{string.Join(", ", type.TypeParameters.Select(parameter => Identifier.Escape(parameter.Name)))}>");
    }

    /// <summary>
    /// The full metadata name with <c>.g.cs</c>. Neither <c>+</c> nor <c>`</c> is safe in a file name on every system; <c>-</c>
    /// stands for both, and is part of no identifier.
    /// </summary>
    /// <remarks>Roslyn compares hint names without regard to case, so types that differ only in case get a suffix.</remarks>
    public static string HintName(INamedTypeSymbol type)
    {
        string types = string.Join("-", Chain(type).Select(part => part.MetadataName.Replace('`', '-')));
        string name = NamespaceOf(type).Qualify(types);
        return HasNamesakeInOtherCase(type) ? $"{name}-{CaseSuffix(name)}.g.cs" : $"{name}.g.cs";
    }

    private static bool HasNamesakeInOtherCase(INamedTypeSymbol type)
    {
        for (ISymbol symbol = type; symbol.ContainingSymbol is INamespaceOrTypeSymbol container; symbol = container)
        {
            if (Namesakes.GetValue(container, FindNamesakes).Contains(symbol.MetadataName))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> FindNamesakes(INamespaceOrTypeSymbol container) => new(
        container.GetMembers()
            .Where(member => member is INamespaceOrTypeSymbol)
            .Select(member => member.MetadataName)
            .Distinct()
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(names => names.Skip(1).Any())
            .SelectMany(names => names));

    /// <summary>The positions of the capital letters, in hexadecimal. They tell names apart that differ only in case.</summary>
    private static string CaseSuffix(string name) =>
        string.Concat(name.Select((character, index) => (character, index))
            .GroupBy(item => item.index / 4, item => char.IsUpper(item.character) ? 1 << (item.index % 4) : 0)
            .Select(group => group.Sum().ToString("x", CultureInfo.InvariantCulture)));
}
