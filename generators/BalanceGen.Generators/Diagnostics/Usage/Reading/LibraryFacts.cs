using System.Collections.Concurrent;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>What the library says about its members by the attributes of <c>BalanceGen.CompilerServices</c>, read from metadata.</summary>
internal sealed class LibraryFacts
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableHashSet<string>> _marks = new(SymbolEqualityComparer.Default);

    /// <summary>Whether what a type or a method makes draws rare classes more often, or weighs them more.</summary>
    public bool CorrectsImbalance(ISymbol? symbol) => Has(symbol, "CorrectsImbalanceAttribute");

    /// <summary>Whether a sampler gives each batch rows of every class.</summary>
    public bool DrawsByClass(ITypeSymbol? sampler) => Has(sampler, "DrawsByClassAttribute");

    /// <summary>Whether the draws of a sampler do not depend on each other.</summary>
    public bool DrawsIndependently(ITypeSymbol? sampler) => Has(sampler, "DrawsIndependentlyAttribute");

    /// <summary>Whether a row may come more than once in an epoch.</summary>
    public bool RepeatsRows(ISymbol? symbol) => Has(symbol, "RepeatsRowsAttribute");

    /// <summary>Whether the order of a sampler is meant to be the same in every epoch.</summary>
    public bool IsSameInEveryEpoch(ITypeSymbol? sampler) => Has(sampler, "SameInEveryEpochAttribute");

    /// <summary>Whether each enumeration gives the draws of the next epoch.</summary>
    public bool DrawsAnew(ISymbol? symbol) => Has(symbol, "DrawsAnewAttribute");

    /// <summary>Whether a number, or an element of a list, is 0 for a class without rows.</summary>
    public bool MayBeZero(ISymbol? symbol) => Has(symbol, "MayBeZeroAttribute");

    /// <summary>Whether a parameter takes a list with one element for each class.</summary>
    public bool IsPerClass(IParameterSymbol parameter) => Has(parameter, "PerClassAttribute");

    /// <summary>The values that a parameter takes, or null if the library says nothing about it.</summary>
    public ValueRange? RangeOf(IParameterSymbol parameter) =>
        Mark(parameter, "ValueRangeAttribute") is { ConstructorArguments: [{ Value: double minimum }, { Value: double maximum }] } range
            ? new ValueRange(minimum, maximum, Flag(range, "ExcludesMinimum"), Flag(range, "ExcludesMaximum"))
            : null;

    /// <summary>The parameters of a sampler's constructor whose product is the number of rows in the batches that it composes; none if it composes none.</summary>
    public IReadOnlyList<string> BatchFactors(ITypeSymbol sampler) =>
        Mark(sampler, "ComposesBatchesAttribute") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array } factors] }
            ? [.. factors.Values.Select(factor => factor.Value).OfType<string>()]
            : [];

    private static bool Flag(AttributeData attribute, string name) =>
        attribute.NamedArguments.Any(argument => argument.Key == name && argument.Value.Value is true);

    private AttributeData? Mark(ISymbol symbol, string name) =>
        Has(symbol, name) ? symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name) : null;

    private bool Has(ISymbol? symbol, string attribute) =>
        symbol is not null && _marks.GetOrAdd(symbol.OriginalDefinition, MarksOf).Contains(attribute);

    private static ImmutableHashSet<string> MarksOf(ISymbol symbol) =>
    [
        .. symbol.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { ContainingNamespace: { Name: "CompilerServices", ContainingNamespace: { Name: LibraryNames.Library, ContainingNamespace.IsGlobalNamespace: true } } })
            .Select(attribute => attribute.AttributeClass!.Name),
    ];
}
