using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The types of the runtime library that the usage rules look for, resolved once for a compilation.</summary>
internal sealed class KnownTypes
{
    private readonly Compilation _compilation;

    private KnownTypes(Compilation compilation, INamedTypeSymbol classCounts)
    {
        _compilation = compilation;
        ClassCounts = classCounts;
        ClassWeights = Find("ClassWeights");
        LogitPriors = Find("LogitPriors");
        SampleWeights = Find("SampleWeights");
        TargetDistribution = Find("TargetDistribution");
        ZeroCountPolicy = Find("ZeroCountPolicy");
        Sampler = Find("Sampler");
        BalancedSampler = Find("BalancedSampler");
        WeightedRandomSampler = Find("WeightedRandomSampler");
        RowIndex = Find("RowIndex");
        IndexedDataset = Find("IndexedDataset`1");
        Batches = Find("Batches`1");
        Batch = Find("Batch`1");
    }

    public INamedTypeSymbol ClassCounts { get; }

    public INamedTypeSymbol? ClassWeights { get; }

    public INamedTypeSymbol? LogitPriors { get; }

    public INamedTypeSymbol? SampleWeights { get; }

    public INamedTypeSymbol? TargetDistribution { get; }

    public INamedTypeSymbol? ZeroCountPolicy { get; }

    public INamedTypeSymbol? Sampler { get; }

    public INamedTypeSymbol? BalancedSampler { get; }

    public INamedTypeSymbol? WeightedRandomSampler { get; }

    public INamedTypeSymbol? RowIndex { get; }

    public INamedTypeSymbol? IndexedDataset { get; }

    public INamedTypeSymbol? Batches { get; }

    public INamedTypeSymbol? Batch { get; }

    /// <summary>The types, or null if the compilation does not know the runtime library.</summary>
    public static KnownTypes? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("BalanceGen.ClassCounts") is { } classCounts ? new KnownTypes(compilation, classCounts) : null;

    /// <summary>Whether a type is one of the known types, whatever its type arguments.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, known);

    /// <summary>Whether a type is a sampler of any kind.</summary>
    public bool IsSampler(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, Sampler))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an operation is of the library, of what is generated, or unknown, as generated members are in an editor that has not run the generator yet.</summary>
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
            || IsOfLibrary(member?.ContainingType)
            || member?.ContainingType?.ContainingType is not null;
    }

    private bool IsOfLibrary(ITypeSymbol? type) => SymbolEqualityComparer.Default.Equals(type?.ContainingAssembly, ClassCounts.ContainingAssembly);

    private INamedTypeSymbol? Find(string name) => _compilation.GetTypeByMetadataName("BalanceGen." + name);
}
