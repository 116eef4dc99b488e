namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0208: batches that are to hold every class are smaller than the number of classes.</summary>
internal sealed class BatchSmallerThanClassesRule() : UsageRule(Descriptors.BatchSmallerThanClasses)
{
    public override void Check(UsageContext context)
    {
        foreach (IInvocationOperation call in context.Operations.OfType<IInvocationOperation>())
        {
            if (KnownTypes.Is(call.Type, context.Types.Batches)
                && call.Instance is { } dataset
                && KnownTypes.Is(dataset.Type, context.Types.IndexedDataset)
                && call.Arguments.Written("batchSize") is { } batchSize
                && ConstantValues.Number(batchSize, context.Locals) is { } size and > 0
                && call.Arguments.Written("sampler") is { } sampler
                && IsEveryClassExpected(sampler, context)
                && context.Datasets.RowTypeOf(dataset) is { } row
                && KnownCounts.Of(row, context) is { } classes
                && size < classes.Label.ClassCount)
            {
                string atLeast = classes.Label.ClassCount.ToString(CultureInfo.InvariantCulture);
                context.Report(
                    Rule,
                    batchSize.Syntax.GetLocation(),
                    FixData.Of("BatchSize", atLeast),
                    size.ToString(CultureInfo.InvariantCulture),
                    atLeast,
                    row.Name);
            }
        }
    }

    private static bool IsEveryClassExpected(IOperation sampler, UsageContext context) =>
        context.SamplerOf(sampler) is { } creation
        && context.Facts.DrawsByClass(creation.Sampler)
        && creation.IsUniform(context.Types, context.Locals);
}
