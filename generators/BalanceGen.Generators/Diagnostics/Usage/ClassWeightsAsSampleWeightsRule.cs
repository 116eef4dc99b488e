namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0204: one weight per class is passed where one per row is expected.</summary>
internal sealed class ClassWeightsAsSampleWeightsRule() : UsageRule(Descriptors.ClassWeightsAsSampleWeights)
{
    private static readonly string[] SampleWeightNames =
        ["sampleWeight", "sampleWeights", "sample_weight", "sample_weights", "rowWeight", "rowWeights", "exampleWeight", "exampleWeights"];

    public override void Check(UsageContext context)
    {
        foreach (IArgumentOperation argument in context.Operations.OfType<IArgumentOperation>())
        {
            if (argument is { Parameter: { } parameter, ArgumentKind: ArgumentKind.Explicit or ArgumentKind.ParamCollection or ArgumentKind.ParamArray }
                && TakesSampleWeights(parameter, context.Types)
                && IsOnePerClass(argument.Value, context))
            {
                context.Report(Rule, argument.Value.Unwrap().Syntax.GetLocation(), parameter.Name, parameter.ContainingSymbol.ContainingType.Name);
            }
        }
    }

    private static bool TakesSampleWeights(IParameterSymbol parameter, KnownTypes types) =>
        (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var made } && KnownTypes.Is(made, types.SampleWeights))
        || parameter is { Name: "weights", ContainingSymbol: { Name: "WeightedMean", ContainingType.Name: "BatchWeights" } }
        || SampleWeightNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);

    private static bool IsOnePerClass(IOperation values, UsageContext context) =>
        context.Locals.Chain(values).Any(link => link switch
        {
            IPropertyReferenceOperation { Property.Name: "Values", Instance: { } weights } => KnownTypes.Is(weights.Type, context.Types.ClassWeights),
            IInvocationOperation { TargetMethod.Name: "ToArray" or "ToList" or "AsSpan" or "AsMemory" or "Select" or "ConvertAll" or "ToSingles" or "Cast" } copy =>
                (copy.Receiver() ?? copy.Arguments[0].Value) is var source && (KnownTypes.Is(source.Type, context.Types.ClassWeights) || IsOnePerClass(source, context)),
            ICollectionExpressionOperation { Elements: [ISpreadOperation { Operand: var source }] } => IsOnePerClass(source, context),
            IArrayCreationOperation { DimensionSizes.Length: 1 } array => IsNumberOfClasses(array.DimensionSizes[0], context),
            _ => false,
        });

    private static bool IsNumberOfClasses(IOperation length, UsageContext context) => context.Locals.Origin(length) switch
    {
        // cats.Classes.Count of the library, and the constant Cat.Classes.Count that is generated.
        IPropertyReferenceOperation { Property: { Name: "Count", ContainingType: var type } } => KnownTypes.Is(type, context.Types.ClassSet),
        IFieldReferenceOperation { Field: { Name: "Count", IsConst: true, ContainingType: { Name: LibraryNames.GeneratedClasses, ContainingType: not null } } } => true,
        _ => false,
    };
}
