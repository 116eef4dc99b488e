namespace BalanceGen.CodeFixes;

/// <summary>Makes a companion for a type that the user does not own. It says which types can have one, where it is put, and what its text is.</summary>
internal static class CompanionText
{
    /// <summary>The type that the cursor names, if it comes from another assembly, and not from the platform, whose types are no rows.</summary>
    public static INamedTypeSymbol? ForeignTypeAt(SyntaxNode node, SemanticModel model, System.Threading.CancellationToken token) =>
        node.FirstAncestorOrSelf<SimpleNameSyntax>() is { } name
        && model.GetSymbolInfo(name, token).Symbol is INamedTypeSymbol
        {
            TypeKind: TypeKind.Class or TypeKind.Struct,
            IsStatic: false,
            IsRefLikeType: false,
            IsUnboundGenericType: false,
            SpecialType: SpecialType.None,
            DeclaredAccessibility: Accessibility.Public,
            ContainingType: null,
        } type
        && type.Locations.All(location => location.IsInMetadata)
        && !type.TypeArguments.Any(argument => argument.TypeKind == TypeKind.TypeParameter)
        && !IsOfPlatform(type.ContainingAssembly)
            ? type
            : null;

    /// <summary>What could be its label: public properties that can be read, and public fields.</summary>
    public static IEnumerable<(ISymbol Member, ITypeSymbol Type)> Candidates(INamedTypeSymbol type) =>
        from member in type.GetMembers()
        where member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }
        let memberType = member switch
        {
            IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        }
        where memberType is not null
        select (member, memberType);

    /// <summary>A name for the companion that nothing has yet.</summary>
    public static string NameFor(INamedTypeSymbol type, SemanticModel model, int position)
    {
        string name = type.Name + "Rows";
        for (int number = 2; !model.LookupNamespacesAndTypes(position, name: name).IsEmpty; number++)
        {
            name = type.Name + "Rows" + number;
        }

        return name;
    }

    /// <summary>
    /// The place after the outermost type around the cursor. If the cursor is in no type, the end of the file, where a file with top-level statements has its types.
    /// </summary>
    public static int PlaceFor(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault() is { } outermost
            ? outermost.Span.End
            : node.SyntaxTree.GetRoot().FullSpan.End;

    public static string Of(string name, string row, string labelType, string member, string dataset, string label, string newLine, string indent)
    {
        string[] lines =
        [
            $"/// <summary>The classes of <see cref=\"{row.Replace('<', '{').Replace('>', '}')}\"/>.</summary>",
            $"[BalancedDataset<{row}>{dataset}]",
            $"internal static partial class {name}",
            "{",
            $"    [ClassLabel{label}]",
            $"    private static {labelType} LabelOf({row} row) => row.{member};",
            "}",
        ];
        return newLine + newLine + string.Join(newLine, lines.Select(line => indent + line));
    }

    private static bool IsOfPlatform(IAssemblySymbol? assembly) =>
        assembly is null
        || assembly.Name is "mscorlib" or "netstandard" or "System" or "BalanceGen"
        || assembly.Name.StartsWith("System.", StringComparison.Ordinal)
        || assembly.Name.StartsWith("BalanceGen.", StringComparison.Ordinal)
        || assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal);
}
