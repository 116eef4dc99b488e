namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The types of the runtime library that the usage rules look for, resolved once for a compilation, in whichever room of the library they are.</summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<string, INamedTypeSymbol> _types = [];
    private readonly IAssemblySymbol _library;

    private KnownTypes(INamedTypeSymbol annotation, Compilation compilation)
    {
        Trainers = new TrainerTypes(compilation);
        _library = annotation.ContainingAssembly;
        foreach (INamedTypeSymbol type in TypesOf(annotation.ContainingNamespace))
        {
            _types[type.MetadataName] = type;
        }
    }

    /// <summary>What the library says about its members.</summary>
    public LibraryFacts Facts { get; } = new();

    /// <summary>The types of TorchSharp and ML.NET, where a program trains with them.</summary>
    public TrainerTypes Trainers { get; }

    public INamedTypeSymbol? ClassCounts => Find("ClassCounts");

    public INamedTypeSymbol? ClassWeights => Find("ClassWeights");

    public INamedTypeSymbol? SampleWeights => Find("SampleWeights");

    public INamedTypeSymbol? TargetDistribution => Find("TargetDistribution");

    public INamedTypeSymbol? ZeroCountPolicy => Find("ZeroCountPolicy");

    public INamedTypeSymbol? SamplerTables => Find("SamplerTables");

    public INamedTypeSymbol? ClassSet => Find("ClassSet");

    public INamedTypeSymbol? RowIndex => Find("RowIndex");

    public INamedTypeSymbol? IndexedDataset => Find("IndexedDataset`1");

    public INamedTypeSymbol? MultiLabelDataset => Find("MultiLabelDataset`1");

    public INamedTypeSymbol? DatasetSplit => Find("DatasetSplit`1");

    public INamedTypeSymbol? Batches => Find("Batches`1");

    public INamedTypeSymbol? Batch => Find("Batch`1");

    public INamedTypeSymbol? EpochRowNumbers => Find("EpochRowNumbers");

    public INamedTypeSymbol? PosteriorCorrection => Find("PosteriorCorrection");

    public INamedTypeSymbol? DrawSequence => Find("DrawSequence");

    /// <summary>The types, or null if the compilation does not know the runtime library.</summary>
    public static KnownTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName(LibraryNames.BalancedDataset) is { } annotation ? new KnownTypes(annotation, compilation) : null;

    /// <summary>Whether a type is one of the known types, whatever its type arguments.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, known);

    /// <summary>Whether a type is a sampler of any kind.</summary>
    public bool IsSampler(ITypeSymbol? type) => IsOrDerives(type, Find("Sampler"));

    /// <summary>Whether a type is one of the known types or derives from it.</summary>
    public static bool IsOrDerives(ITypeSymbol? type, INamedTypeSymbol? known)
    {
        for (ITypeSymbol? current = known is null ? null : type; current is not null; current = current.BaseType)
        {
            if (Is(current, known))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an operation belongs to the library or to generated code, or is unknown. Generated members are unknown in an editor that has not run the generator yet.
    /// </summary>
    public bool IsOfLibrary(IOperation operation)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        };
        return operation is IInvalidOperation
            || operation.Type is { TypeKind: TypeKind.Error }
            || IsOfLibrary(operation.Type)
            || (operation is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation && HoldsLibrary(operation.Type))
            || (member is not null && IsOfLibrary(member))
            || member?.ContainingType?.ContainingType is not null;
    }

    private bool HoldsLibrary(ITypeSymbol? type) =>
        type is IArrayTypeSymbol array ? IsOfLibrary(array.ElementType) : type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(IsOfLibrary);

    /// <summary>Whether a type or a member is the library's or one of its packages for trainers.</summary>
    public bool IsOfLibrary(ISymbol? symbol) =>
        symbol is not null
        && (SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _library) || TrainerTypes.IsOfPackage(symbol.ContainingAssembly))
        && IsInside(symbol.ContainingNamespace);

    // If a program is compiled together with the library, the assembly does not tell the two apart.
    private static bool IsInside(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == LibraryNames.Library;
    }

    private INamedTypeSymbol? Find(string name) => _types.TryGetValue(name, out INamedTypeSymbol? type) ? type : null;

    private IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) =>
        space.GetTypeMembers()
            .Where(type => type.DeclaredAccessibility == Accessibility.Public && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _library))
            .Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
