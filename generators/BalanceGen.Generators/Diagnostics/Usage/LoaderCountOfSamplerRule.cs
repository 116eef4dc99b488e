namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>
/// BALG0217: the code reads the number of batches of a TorchSharp loader that takes its rows from a sampler. The loader counts the rows of the data set instead.
/// </summary>
internal sealed class LoaderCountOfSamplerRule() : UsageRule(Descriptors.LoaderCountOfSampler)
{
    public override void Check(UsageContext context)
    {
        foreach (IPropertyReferenceOperation count in context.Operations.OfType<IPropertyReferenceOperation>())
        {
            if (count is { Property: { Name: "Count", ContainingType: var type }, Instance: { } loader }
                && KnownTypes.Is(type, context.Types.Trainers.TorchLoader)
                && context.Locals.Origin(loader) is var origin)
            {
                Check(context, count, loader, origin);
            }
        }
    }

    private void Check(UsageContext context, IPropertyReferenceOperation count, IOperation loader, IOperation origin)
    {
        if (context.Types.IsOfLibrary(origin.Type))
        {
            // The adapter hides this member with a correct one. A variable of the base type still reads the wrong one.
            string? variable = (loader.Unwrap() as ILocalReferenceOperation)?.Local.Name;
            Report(context, count, FixData.Of("Loader", variable), $"keep the variable's type {origin.Type!.Name}, whose own Count is the number of batches");
        }
        else if (context.Types.Trainers.IsLoader(origin.Type)
            && ArgumentsOf(origin).Written("shuffler") is { } shuffler
            && context.Locals.Chain(shuffler).Any(IsOfSampler(context)))
        {
            Report(context, count, FixData.None, "divide the sampler's EpochLength by the batch size, or make the loader with ToDataLoader");
        }
    }

    private void Report(UsageContext context, IOperation count, ImmutableDictionary<string, string?> properties, string remedy) =>
        context.Report(Rule, count.Syntax.GetLocation(), properties, count.Syntax.ToString(), remedy);

    private static System.Func<IOperation, bool> IsOfSampler(UsageContext context) =>
        rows => context.Types.IsSampler(rows.Type) || KnownTypes.Is(rows.Type, context.Types.EpochRowNumbers) || KnownTypes.Is(rows.Type, context.Types.DrawSequence);

    private static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation loader) => loader switch
    {
        IInvocationOperation call => call.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => [],
    };
}
