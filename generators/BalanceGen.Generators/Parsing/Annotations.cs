using BalanceGen.Generators.Rules;

namespace BalanceGen.Generators.Parsing;

/// <summary>The attributes of the runtime library, recognised by name.</summary>
internal static class Annotations
{
    public const string BalancedDatasetMetadataName = LibraryNames.BalancedDataset;

    public static AttributeData? BalancedDataset(ISymbol symbol) => All(symbol, "BalancedDatasetAttribute").FirstOrDefault();

    /// <summary>Whether the type is annotated twice, as a data set and as a companion, or as two companions.</summary>
    public static bool IsAnnotatedTwice(ISymbol symbol) => All(symbol, "BalancedDatasetAttribute")
        .Select(attribute => attribute.AttributeClass).Distinct(SymbolEqualityComparer.Default).Count() > 1;

    public static AttributeData? ClassLabel(ISymbol symbol) => All(symbol, "ClassLabelAttribute").FirstOrDefault();

    public static IEnumerable<AttributeData> ClassCounts(ISymbol symbol) => All(symbol, "ClassCountAttribute");

    public const string CompanionMetadataName = LibraryNames.Companion;

    public static AttributeData? SampleWeight(ISymbol symbol) => All(symbol, "SampleWeightAttribute").FirstOrDefault();

    public static AttributeData? Group(ISymbol symbol) => All(symbol, "GroupAttribute").FirstOrDefault();

    public static AttributeData? ClassColumns(ISymbol symbol) => All(symbol, "ClassColumnsAttribute").FirstOrDefault();

    public static IEnumerable<AttributeData> IgnoredClasses(ISymbol symbol) => All(symbol, "IgnoredClassAttribute");

    public static IEnumerable<AttributeData> MergedClasses(ISymbol symbol) => All(symbol, "MergedClassAttribute");

    private static IEnumerable<AttributeData> All(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass is
        {
            ContainingNamespace: { Name: LibraryNames.Library, ContainingNamespace.IsGlobalNamespace: true },
        } type && type.Name == name);
}
