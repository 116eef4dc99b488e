namespace BalanceGen.Generators.Parsing;

/// <summary>The type of the rows, where it may be another than the annotated type.</summary>
internal static class CompanionRow
{
    /// <summary>Whether the type is the companion of a row type that cannot be annotated itself.</summary>
    public static bool IsCompanion(INamedTypeSymbol target) =>
        Annotations.BalancedDataset(target)?.AttributeClass is { TypeArguments.Length: 1 };

    /// <summary>Whether a method of a companion takes a row; one that could change it is not called.</summary>
    public static bool IsCompanionMethod(IMethodSymbol method, INamedTypeSymbol target) =>
        IsCompanion(target)
        && method.Parameters[0].RefKind is RefKind.None or RefKind.In
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, RowType(target));

    /// <summary>The type of the rows.</summary>
    public static ITypeSymbol RowType(INamedTypeSymbol target) =>
        Annotations.BalancedDataset(target)?.AttributeClass is { TypeArguments.Length: 1 } attribute ? attribute.TypeArguments.Single() : target;
}
