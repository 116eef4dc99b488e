namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0202: replacement is off with as many draws as rows, which gives every row once and balances nothing.</summary>
internal sealed class ReplacementOffRule() : UsageRule(Descriptors.ReplacementOff)
{
    public override void Check(UsageContext context)
    {
        foreach (SamplerCreation creation in context.Samplers)
        {
            // A sampler that corrects nothing is not meant to.
            if (context.Facts.CorrectsImbalance(creation.Sampler)
                && creation.Argument("replacement") is { } replacement
                && ConstantValues.Truth(replacement, context.Locals) == false
                && DrawsEveryRow(creation, context)
                && !creation.IsAsSource(context.Types, context.Locals))
            {
                context.Report(Rule, replacement.Syntax.GetLocation());
            }
        }
    }

    private static bool DrawsEveryRow(SamplerCreation creation, UsageContext context) =>
        creation.Argument("epochLength") is not { } epochLength
        || OperationReading.IsAbsentOrNull(epochLength)
        || (context.Locals.Origin(epochLength) is IPropertyReferenceOperation { Instance: { } instance } number
            && IsNumberOfRows(number, instance, context.Types)
            && context.Datasets.RootOf(instance) is { } counted
            && SymbolEqualityComparer.Default.Equals(counted, context.Datasets.RootOf(creation.Operation)));

    private static bool IsNumberOfRows(IPropertyReferenceOperation number, IOperation instance, KnownTypes types) => number.Property.Name switch
    {
        "RowCount" => KnownTypes.Is(instance.Type, types.RowIndex),
        "Total" => KnownTypes.Is(instance.Type, types.ClassCounts),
        "Length" or "Count" => !KnownTypes.Is(instance.Type, types.ClassSet),
        _ => false,
    };
}
