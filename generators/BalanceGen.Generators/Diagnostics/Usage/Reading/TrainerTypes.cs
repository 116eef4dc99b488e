namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>
/// The types of TorchSharp and ML.NET that the usage rules look for. If a compilation does not reference them, all are null and every question has the answer no.
/// </summary>
internal sealed class TrainerTypes
{
    private const string Torch = "TorchSharp";
    private const string Ml = "Microsoft.ML";

    private readonly INamedTypeSymbol? _shuffler;
    private readonly INamedTypeSymbol? _catalog;

    public TrainerTypes(Compilation compilation)
    {
        TorchLoader = compilation.GetTypeByMetadataName("TorchSharp.Modules.DataLoader`2");
        _shuffler = compilation.GetTypeByMetadataName("TorchSharp.Utils.FisherYatesShuffler");
        _catalog = compilation.GetTypeByMetadataName("Microsoft.ML.DataOperationsCatalog");
    }

    /// <summary>The base class of TorchSharp's loaders.</summary>
    public INamedTypeSymbol? TorchLoader { get; }

    /// <summary>Whether the program trains with either.</summary>
    public bool AreKnown => TorchLoader is not null || _catalog is not null;

    /// <summary>Whether an assembly is a package of the library for one of them.</summary>
    public static bool IsOfPackage(IAssemblySymbol? assembly) => assembly?.Name is "BalanceGen.TorchSharp" or "BalanceGen.ML";

    /// <summary>Whether a type or a member is one of TorchSharp.</summary>
    public bool IsOfTorch(ISymbol? symbol) => TorchLoader is not null && symbol?.ContainingAssembly?.Name == Torch;

    /// <summary>Whether a type or a member is one of ML.NET.</summary>
    public bool IsOfMl(ISymbol? symbol) =>
        _catalog is not null && symbol?.ContainingAssembly?.Name is { } name && (name == Ml || name.StartsWith(Ml + ".", System.StringComparison.Ordinal));

    /// <summary>Whether an operation calls, makes or reads something of either.</summary>
    public bool Own(IOperation operation) => AreKnown && operation switch
    {
        IInvocationOperation call => IsOfTorch(call.TargetMethod) || IsOfMl(call.TargetMethod),
        IObjectCreationOperation creation => IsOfTorch(creation.Constructor) || IsOfMl(creation.Constructor),
        IPropertyReferenceOperation property => IsOfTorch(property.Property) || IsOfMl(property.Property),
        _ => false,
    };

    /// <summary>Whether a type is a loader of TorchSharp.</summary>
    public bool IsLoader(ITypeSymbol? type) => KnownTypes.IsOrDerives(type, TorchLoader);

    /// <summary>Whether a type is the shuffler that TorchSharp's loaders use.</summary>
    public bool IsShuffler(ITypeSymbol? type) => KnownTypes.Is(type, _shuffler);
}
