using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BalanceGen.Generators.Parsing;

/// <summary>Finds the members of a target that [ClassColumns] makes its label.</summary>
internal static class ColumnSearch
{
    /// <summary>The columns as one label. Null if they cannot be a label, which is then noted.</summary>
    public static LabelMember? Find(INamedTypeSymbol target, AttributeData attribute, Findings findings)
    {
        string? from = Annotations.Argument(attribute, "From") as string;
        string? to = Annotations.Argument(attribute, "To") as string;
        ImmutableArray<string?> names = attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false } list
            ? [.. list.Values.Select(value => value.Value as string)]
            : [];

        List<ISymbol> columns = [];
        (string? reason, string remedy) = (names.IsEmpty, from, to) switch
        {
            (true, null, null) => ("none are declared", "name the members, or the first and the last with From and To"),
            (false, not null, _) or (false, _, not null) => ("the members are named and given as a range", "remove From and To"),
            (false, _, _) => ByName(target, names, columns),
            (true, { } first, { } last) => ByRange(target, first, last, columns, findings.Token),
            _ => ("only one end of the range is given", "give both From and To"),
        };
        reason ??= columns.Select(Type).Distinct(SymbolEqualityComparer.Default).Count() > 1 ? "they have different types" : null;
        if (reason is not null)
        {
            remedy = remedy.Length > 0 ? remedy : "give them the same type";
            findings.Add(Descriptors.InvalidColumns, Annotations.Place(attribute, findings.Token), TypeNames.Short(target), reason, remedy);
            return null;
        }

        ImmutableArray<string> found = [.. columns.Select(column => column.Name)];
        return new LabelMember(target, attribute, Type(columns[0]), LabelAccess.Columns(Type(columns[0]), found))
        {
            Columns = found,
            AlsoRead = [.. columns],
        };
    }

    private static (string? Reason, string Remedy) ByName(INamedTypeSymbol target, ImmutableArray<string?> names, List<ISymbol> columns)
    {
        foreach (string? name in names)
        {
            if (Readable(target, name) is not { } column)
            {
                return ($"'{name}' is no readable property or field of a row", "name members of the type");
            }

            if (columns.Any(other => other.Name == name))
            {
                return ($"'{name}' is named twice", "remove one of them");
            }

            columns.Add(column);
        }

        return (null, "");
    }

    /// <summary>
    /// Finds the columns from one member to another. All must be in one declaration, because members of another may come before or after these, depending on the order of
    /// the files.
    /// </summary>
    private static (string? Reason, string Remedy) ByRange(
        INamedTypeSymbol target, string from, string to, List<ISymbol> columns, CancellationToken token)
    {
        if (Readable(target, from) is not { } first || Readable(target, to) is not { } last)
        {
            string missing = Readable(target, from) is null ? from : to;
            return ($"'{missing}' is no readable property or field of a row", "name a member of the type");
        }

        if (Part(first, token) is not { } part || Part(last, token) != part)
        {
            return ($"'{from}' and '{to}' are declared in different parts of the type", "move them into one part, or name each member");
        }

        columns.AddRange(first.ContainingType.GetMembers()
            .Where(member => IsReadable(member) && Part(member, token) == part && LabelMemberSearch.IsVisible(member, target) && Start(member) >= Start(first) && Start(member) <= Start(last))
            .OrderBy(Start));
        return columns.Count == 0 ? ($"'{from}' is declared after '{to}'", "exchange them") : (null, "");
    }

    /// <summary>The member of the type that the name means, its own or an inherited one.</summary>
    private static ISymbol? Readable(INamedTypeSymbol target, string? name)
    {
        IEnumerable<INamedTypeSymbol> bases = target.TypeKind == TypeKind.Interface ? target.AllInterfaces : TypeNames.BaseTypes(target);
        ISymbol? named = name is null
            ? null
            : bases.Prepend(target).SelectMany(type => type.GetMembers(name)).FirstOrDefault(member => !member.IsOverride);
        return named is not null && IsReadable(named) && LabelMemberSearch.IsVisible(named, target) ? named : null;
    }

    /// <summary>Whether a member could be a column.</summary>
    public static bool IsReadable(ISymbol member) => member is
        IPropertySymbol { IsStatic: false, IsIndexer: false, IsWriteOnly: false, IsImplicitlyDeclared: false } or
        IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false }
        && (member as IPropertySymbol)?.ExplicitInterfaceImplementations.Length is null or 0;

    private static TypeDeclarationSyntax? Part(ISymbol member, CancellationToken token) =>
        member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(token).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    private static int Start(ISymbol member) => member.Locations[0].SourceSpan.Start;

    private static ITypeSymbol Type(ISymbol member) => TypeNames.OfMember(member)!;
}
