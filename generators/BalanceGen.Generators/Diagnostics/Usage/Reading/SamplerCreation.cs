namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>A call that makes a sampler: <c>new BalancedSampler(index, …)</c> or <c>dataset.BalancedSampler(…)</c>.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Sampler">The sampler's type.</param>
/// <param name="Source">The row index or the data set that is drawn from.</param>
/// <param name="Arguments">What is passed.</param>
internal sealed record SamplerCreation(IOperation Operation, ITypeSymbol Sampler, IOperation? Source, ImmutableArray<IArgumentOperation> Arguments)
{
    /// <summary>The name of the sampler or of the method, the smallest place to report at.</summary>
    public Location NameLocation => OperationReading.NameOf(Operation);

    public static SamplerCreation? Of(IOperation operation, KnownTypes types) => operation switch
    {
        IObjectCreationOperation { Type: { } type } creation when types.IsSampler(type) =>
            new SamplerCreation(creation, type, creation.Arguments.Written("index"), creation.Arguments),
        IInvocationOperation { Instance: { } dataset } invocation
            when types.IsSampler(invocation.Type) && types.IsOfLibrary(dataset.Type) && !types.IsSampler(dataset.Type) =>
            new SamplerCreation(invocation, invocation.Type!, dataset, invocation.Arguments),
        _ => null,
    };

    /// <summary>What is written for a parameter, or null where it has its default value.</summary>
    public IOperation? Argument(string parameter) => Arguments.Written(parameter);

    /// <summary>What is written for the parameter of a type, or null.</summary>
    public IOperation? Argument(INamedTypeSymbol? type) =>
        Arguments.FirstOrDefault(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && KnownTypes.Is(argument.Parameter?.Type, type))?.Value;

    /// <summary>Whether there is a parameter of a type, whatever is written for it.</summary>
    public bool Has(INamedTypeSymbol? type) => Arguments.Any(argument => KnownTypes.Is(argument.Parameter?.Type, type));

    /// <summary>Whether the sampler draws rare classes more often than the data has them.</summary>
    public bool Balances(UsageContext context) =>
        context.Facts.CorrectsImbalance(Sampler)
        && !IsWithoutReplacement(context)
        && Argument(context.Types.SampleWeights) is null
        && !IsAsSource(context.Types, context.Locals);

    /// <summary>Whether a row may be drawn more than once in an epoch.</summary>
    public bool RepeatsRows(UsageContext context) =>
        Argument("replacement") is { } replacement ? ConstantValues.Truth(replacement, context.Locals) == true : context.Facts.RepeatsRows(Sampler);

    /// <summary>The number of rows in the batches that the sampler composes, or null if it composes none or the number is not known.</summary>
    public double? BatchSize(UsageContext context)
    {
        IReadOnlyList<string> factors = context.Facts.BatchFactors(Sampler);
        double? size = factors.Count == 0 ? null : 1;
        foreach (string parameter in factors)
        {
            size *= Argument(parameter) is { } factor ? ConstantValues.Number(factor, context.Locals) : null;
        }

        return size;
    }

    /// <summary>Whether every class is to keep the share that it has.</summary>
    public bool IsAsSource(KnownTypes types, LocalValues locals) => IsTarget("AsSource", types, locals);

    /// <summary>Whether every class is to get the same share: the default target.</summary>
    public bool IsUniform(KnownTypes types, LocalValues locals) =>
        OperationReading.IsAbsentOrNull(Argument(types.TargetDistribution)) || IsTarget("Uniform", types, locals);

    private bool IsWithoutReplacement(UsageContext context) =>
        Argument("replacement") is { } replacement && ConstantValues.Truth(replacement, context.Locals) == false;

    private bool IsTarget(string name, KnownTypes types, LocalValues locals) =>
        Argument(types.TargetDistribution) is { } target
        && locals.Chain(target).OfType<IPropertyReferenceOperation>().Any(reference => reference.Property.Name == name && KnownTypes.Is(reference.Property.ContainingType, types.TargetDistribution));
}
