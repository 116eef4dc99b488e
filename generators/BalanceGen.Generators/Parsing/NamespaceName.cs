namespace BalanceGen.Generators.Parsing;

/// <summary>The name of a namespace; empty for the global one.</summary>
internal sealed class NamespaceName
{
    private static readonly SymbolDisplayFormat SourceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat MetadataFormat =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public NamespaceName(INamespaceSymbol space)
    {
        Source = space.IsGlobalNamespace ? "" : space.ToDisplayString(SourceFormat);
        Metadata = space.IsGlobalNamespace ? "" : space.ToDisplayString(MetadataFormat);
    }

    /// <summary>As C# declares it, with escaped keywords.</summary>
    public string Source { get; }

    /// <summary>As it is in metadata, without <c>@</c>.</summary>
    public string Metadata { get; }

    /// <summary>A name after that of the namespace, as it is in metadata.</summary>
    public string Qualify(string name) => Metadata.Length == 0 ? name : $"{Metadata}.{name}";
}
