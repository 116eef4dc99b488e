namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the member of a target that says which rows belong together.</summary>
internal static class GroupSearch
{
    private static readonly RowMemberSearch Search = new(Mark.Group, Descriptors.InvalidGroup, "group", Problem);

    /// <summary>The group. Null if there is none, or if it cannot be used, which is then noted.</summary>
    public static ISymbol? Find(INamedTypeSymbol target, MarkedMembers marked, Findings findings) =>
        Search.Find(target, marked, findings);

    /// <summary>Whether two rows with equal values of the type would be seen to be of one group.</summary>
    public static bool IsKey(ITypeSymbol type) => Problem(type).Reason is null;

    private static (string? Reason, string Remedy) Problem(ITypeSymbol type)
    {
        const string Use = "use a number, a string, an enum, Guid or a tuple of these";
        return type switch
        {
            { SpecialType: SpecialType.System_Void } => ("it returns nothing", Use),
            { TypeKind: TypeKind.Error } => ($"'{TypeNames.Short(type)}' is not known", Use),
            { TypeKind: TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Delegate } => ($"'{TypeNames.Short(type)}' is not compared by value", Use),
            { IsRefLikeType: true } => ($"'{TypeNames.Short(type)}' is a 'ref struct', which cannot be kept", Use),
            { SpecialType: SpecialType.System_String } => (null, ""),
            _ when IsCollection(type) => ($"'{TypeNames.Short(type)}' is a collection, which is not compared by its elements", Use),
            _ => (null, ""),
        };
    }

    private static bool IsCollection(ITypeSymbol type) =>
        type is IArrayTypeSymbol or { SpecialType: SpecialType.System_Collections_IEnumerable }
        || type.AllInterfaces.Any(one => one.SpecialType == SpecialType.System_Collections_IEnumerable)
        || type is { Name: "Memory" or "ReadOnlyMemory", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}
