namespace BalanceGen.Generators.Parsing;

/// <summary>Turns an annotated symbol into a model. No symbol leaves this class.</summary>
internal static class TargetParser
{
    /// <summary>The model, or null if the type is invalid (the analyzers say why) or this is not its first annotated part.</summary>
    public static TargetModel? Parse(GeneratorAttributeSyntaxContext context, CancellationToken token)
    {
        var target = (INamedTypeSymbol)context.TargetSymbol;
        if (TargetStructure.Declaration(target, token) != context.TargetNode)
        {
            // Two annotated declarations of one type are a compile error. Two models would also lose the output of every other type.
            return null;
        }

        TargetVerdict verdict = TargetValidator.Validate(target, token);
        if (verdict.PreventsGeneration || verdict.Member is not { } member || verdict.Label is not { } label)
        {
            return null;
        }

        token.ThrowIfCancellationRequested();
        var annotation = new DatasetAnnotation(target);
        ISymbol[] named = [.. Named(target, member, verdict)];
        return new TargetModel(
            TypeNames.HintName(target),
            TypeNames.NamespaceOf(target).Source,
            new EquatableArray<TypeHeader>(TypeNames.Chain(target).Select(TypeNames.Header)),
            TypeNames.Qualified(CompanionRow.RowType(target)),
            CompanionRow.RowType(target).IsReferenceType,
            HidesInheritedClasses(target, token),
            NamingWarnings.Of(named),
            ImportedNamesakes.AreAmong(named.Append(CompanionRow.RowType(target)), context.SemanticModel.Compilation),
            member.Columns is { } columns ? string.Join(", ", columns) : member.Name,
            LabelKinds.Of(member)!.Access(member),
            verdict.Weight is { } weight ? LabelAccess.Of(weight) : null,
            verdict.Group is { } group ? Group(group) : null,
            label,
            FileLabelModel.Of(label) is null ? annotation.Sources(new DeclaredCounts(target, member, label)) : annotation.SourcesOfFile(),
            annotation.ZeroCounts);
    }

    /// <summary>The symbols that the generated code names and that are not generated. The row type of a companion is another type than the annotated one.</summary>
    private static IEnumerable<ISymbol> Named(INamedTypeSymbol target, LabelMember member, TargetVerdict verdict)
    {
        ITypeSymbol rowType = CompanionRow.RowType(target);
        IEnumerable<ISymbol> named = SymbolEqualityComparer.Default.Equals(rowType, target) ? member.Named : member.Named.Add(rowType);
        return named.Concat(new[] { verdict.Weight, verdict.Group, TypeNames.OfMember(verdict.Group) }.OfType<ISymbol>());
    }

    private static GroupModel Group(ISymbol group)
    {
        ITypeSymbol type = TypeNames.OfMember(group)!;
        return new GroupModel(group.Name, TypeNames.Qualified(type), LabelAccess.Of(group), CanBeNull(type));
    }

    /// <summary>Whether the type may contain a null that the compiler warns of. The library refuses such a null.</summary>
    private static bool CanBeNull(ITypeSymbol type) =>
        (type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType) || (type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(CanBeNull));

    /// <summary>Whether a base type has the member <c>Classes</c>, or will have it once its own code is generated.</summary>
    private static bool HidesInheritedClasses(INamedTypeSymbol target, CancellationToken token)
    {
        IEnumerable<INamedTypeSymbol> bases = target.TypeKind == TypeKind.Interface ? target.AllInterfaces : TypeNames.BaseTypes(target);
        return bases.Any(type =>
            type.GetMembers(LibraryNames.GeneratedClasses).Any(member => LabelMemberSearch.IsVisible(member, target))
            || (Annotations.BalancedDataset(type) is not null
                && type.DeclaringSyntaxReferences.Length > 0
                && !TargetValidator.Validate(type.OriginalDefinition, token).PreventsGeneration));
    }
}
