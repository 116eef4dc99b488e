using Microsoft.CodeAnalysis.CSharp;

namespace BalanceGen.Generators.Parsing;

/// <summary>
/// The warnings of the compiler wherever a symbol is named: that it is obsolete or experimental. In their own code, users have switched them off or live with them.
/// </summary>
internal static class NamingWarnings
{
    /// <summary>The ids of the warnings, each once and in order; none for most symbols.</summary>
    public static EquatableArray<string> Of(IEnumerable<ISymbol> symbols)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ISymbol symbol in symbols)
        {
            Add(symbol, ids);
        }

        return new EquatableArray<string>(ids);
    }

    /// <summary>Whether there is a warning where a symbol is named.</summary>
    public static bool AreOf(ISymbol symbol)
    {
        var ids = new List<string>();
        Add(symbol, ids);
        return ids.Count > 0;
    }

    private static void Add(ISymbol symbol, ICollection<string> ids)
    {
        if (symbol is IArrayTypeSymbol array)
        {
            Add(array.ElementType, ids);
            return;
        }

        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (IsNamed(attribute, "ObsoleteAttribute", "System"))
            {
                ids.Add("CS0612");
                ids.Add("CS0618");
            }
        }

        // A member of an experimental type or assembly is experimental too.
        for (ISymbol? container = symbol; container is not null; container = container.ContainingSymbol)
        {
            foreach (AttributeData attribute in container.GetAttributes())
            {
                if (ExperimentalId(attribute) is { } id)
                {
                    ids.Add(id);
                }
            }
        }

        foreach (ITypeSymbol argument in symbol is INamedTypeSymbol type ? type.TypeArguments : [])
        {
            Add(argument, ids);
        }
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
