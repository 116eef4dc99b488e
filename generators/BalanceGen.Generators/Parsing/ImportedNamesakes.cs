namespace BalanceGen.Generators.Parsing;

/// <summary>
/// Types of the project whose full name a referenced assembly has too: linked source. The compiler takes the project's own and warns wherever it is named
/// (CS0436). The user has switched that off, or lives with it, in the own code.
/// </summary>
internal static class ImportedNamesakes
{
    public const string Warning = "CS0436";

    /// <summary>Whether naming one of the symbols, or what its type is made of, would warn.</summary>
    public static bool AreAmong(IEnumerable<ISymbol> symbols, Compilation compilation) => symbols
        .OfType<ITypeSymbol>()
        .SelectMany(TypeNames.Mentioned)
        .Any(type => HasNamesake(type.OriginalDefinition, compilation));

    private static bool HasNamesake(INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
        && IsOutermostDoubled(TypeNames.Chain(type).First(), compilation)
        && compilation.GetTypesByMetadataName(MetadataName(type)).Length > 1;

    /// <summary>
    /// Most namespaces of a project are in no other assembly, which one look at the merged namespace tells. A search by the full name asks every reference: it took a fifth of
    /// the generator's time.
    /// </summary>
    private static bool IsOutermostDoubled(INamedTypeSymbol outermost, Compilation compilation) =>
        compilation.GetCompilationNamespace(outermost.ContainingNamespace) is { } merged
        && merged.ConstituentNamespaces.Length > 1
        && merged.GetTypeMembers(outermost.Name, outermost.Arity).Length > 1;

    private static string MetadataName(INamedTypeSymbol type) =>
        TypeNames.NamespaceOf(type).Qualify(string.Join("+", TypeNames.Chain(type).Select(part => part.MetadataName)));
}
