using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A call that makes a sampler: <c>new BalancedSampler(index, …)</c> or <c>dataset.BalancedSampler(…)</c>.</summary>
internal sealed class SamplerCreation
{
    private readonly ImmutableArray<IArgumentOperation> _arguments;

    private SamplerCreation(IOperation operation, ITypeSymbol sampler, IOperation? source, ImmutableArray<IArgumentOperation> arguments)
    {
        Operation = operation;
        Sampler = sampler;
        Source = source;
        _arguments = arguments;
    }

    public IOperation Operation { get; }

    /// <summary>The sampler's type.</summary>
    public ITypeSymbol Sampler { get; }

    /// <summary>The row index or the data set that is drawn from.</summary>
    public IOperation? Source { get; }

    /// <summary>The name of the sampler or of the method, the smallest place to report at.</summary>
    public Location NameLocation => Operation.Syntax switch
    {
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name.GetLocation(),
        { } other => other.GetLocation(),
    };

    public static SamplerCreation? Of(IOperation operation, KnownTypes types) => operation switch
    {
        IObjectCreationOperation { Type: { } type } creation when types.IsSampler(type) =>
            new SamplerCreation(creation, type, creation.Arguments.Written("index"), creation.Arguments),
        IInvocationOperation { Instance: { } dataset } invocation
            when KnownTypes.Is(dataset.Type, types.IndexedDataset) && types.IsSampler(invocation.Type) =>
            new SamplerCreation(invocation, invocation.Type!, dataset, invocation.Arguments),
        _ => null,
    };

    /// <summary>What is written for a parameter, or null where it has its default value.</summary>
    public IOperation? Argument(string parameter) => _arguments.Written(parameter);

    /// <summary>Whether there is such a parameter, whatever is written for it.</summary>
    public bool Has(string parameter) => _arguments.Any(argument => argument.Parameter?.Name == parameter);

    /// <summary>Whether the sampler draws rare classes more often than the data has them.</summary>
    public bool Balances(KnownTypes types, LocalValues locals)
    {
        bool drawsByClass = KnownTypes.Is(Sampler, types.BalancedSampler) || KnownTypes.Is(Sampler, types.WeightedRandomSampler);
        return drawsByClass
            && Argument("replacement")?.ConstantValue.Value is not false
            && !IsAsSource(types, locals);
    }

    /// <summary>Whether every class is to keep the share that it has.</summary>
    public bool IsAsSource(KnownTypes types, LocalValues locals) => IsTarget("AsSource", types, locals);

    /// <summary>Whether every class is to get the same share: the default target.</summary>
    public bool IsUniform(KnownTypes types, LocalValues locals) =>
        OperationReading.IsAbsentOrNull(Argument("target")) || IsTarget("Uniform", types, locals);

    private bool IsTarget(string name, KnownTypes types, LocalValues locals) =>
        Argument("target") is { } target
        && locals.Origin(target) is IPropertyReferenceOperation { Property: { } property }
        && property.Name == name
        && KnownTypes.Is(property.ContainingType, types.TargetDistribution);
}
