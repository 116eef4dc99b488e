using BalanceGen.Generators.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Parsing;

/// <summary>
/// The warnings of the compiler wherever a symbol is named: that it is obsolete or experimental. In their own code, users have switched them off or live with them.
/// </summary>
internal static class NamingWarnings
{
    /// <summary>The ids of the warnings, each once and in order; none for most symbols.</summary>
    public static EquatableArray<string> Of(IEnumerable<ISymbol> symbols) =>
        new(symbols.SelectMany(Of).Distinct().OrderBy(id => id, StringComparer.Ordinal));

    private static IEnumerable<string> Of(ISymbol symbol) => symbol switch
    {
        IArrayTypeSymbol array => Of(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } generic => OfSymbol(generic).Concat(generic.TypeArguments.SelectMany(Of)),
        _ => OfSymbol(symbol),
    };

    private static IEnumerable<string> OfSymbol(ISymbol symbol)
    {
        IEnumerable<string> ids = symbol.GetAttributes().SelectMany(OfAttribute);

        // A member of an experimental type or assembly is experimental too.
        for (ISymbol? container = symbol.ContainingSymbol; container is not null; container = container.ContainingSymbol)
        {
            ids = ids.Concat(container.GetAttributes().Select(ExperimentalId).OfType<string>());
        }

        return ids;
    }

    private static IEnumerable<string> OfAttribute(AttributeData attribute)
    {
        if (IsNamed(attribute, "ObsoleteAttribute", "System"))
        {
            return ["CS0612", "CS0618"];
        }

        return ExperimentalId(attribute) is { } id ? [id] : [];
    }

    private static string? ExperimentalId(AttributeData attribute) =>
        IsNamed(attribute, "ExperimentalAttribute", "System.Diagnostics.CodeAnalysis")
        && attribute.ConstructorArguments.FirstOrDefault().Value is string id
        && SyntaxFacts.IsValidIdentifier(id)
            ? id
            : null;

    private static bool IsNamed(AttributeData attribute, string name, string containingNamespace) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == containingNamespace;
}
