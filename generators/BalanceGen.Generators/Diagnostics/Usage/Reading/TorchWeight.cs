namespace BalanceGen.Generators.Diagnostics.Usage.Reading;

/// <summary>The weight of a loss of TorchSharp that the program itself computes from the counts of a data set.</summary>
/// <param name="Loss">The name of the loss.</param>
/// <param name="Dataset">The data set that was counted.</param>
/// <param name="Location">Where to report: the weight that is passed.</param>
internal sealed record TorchWeight(string Loss, ISymbol Dataset, Location Location)
{
    public static TorchWeight? Of(IOperation operation, UsageContext context)
    {
        (IMethodSymbol? method, var arguments) = operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Arguments),
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
            _ => (null, []),
        };
        if (!context.Types.Trainers.IsOfTorch(method)
            || (arguments.Written("weight") ?? arguments.Written("pos_weights") ?? arguments.Written("pos_weight")) is not { } weight
            || OperationReading.IsAbsentOrNull(weight))
        {
            return null;
        }

        IOperation? counts = context.Operations.FirstOrDefault(part =>
            KnownTypes.Is(part.Type, context.Types.ClassCounts)
            && part is IPropertyReferenceOperation or IInvocationOperation
            && !IsGivenToLibrary(part, context)
            && new Derivation(part, context).Uses(weight));
        return counts is not null && context.Datasets.RootOf(counts) is { } dataset ? new TorchWeight(method!.Name == ".ctor" ? method.ContainingType.Name : method.Name, dataset, weight.Syntax.GetLocation()) : null;
    }

    /// <summary>
    /// Whether the counts are passed to a static method of the library, such as one that makes class weights. Those weights are recognised elsewhere, by the name of the
    /// method.
    /// </summary>
    private static bool IsGivenToLibrary(IOperation counts, UsageContext context) =>
        counts.Ancestors().TakeWhile(outer => outer is IArgumentOperation or IConversionOperation or IInvocationOperation)
            .OfType<IInvocationOperation>().Any(call => call.TargetMethod.IsStatic && context.Types.IsOfLibrary(call.TargetMethod));
}
