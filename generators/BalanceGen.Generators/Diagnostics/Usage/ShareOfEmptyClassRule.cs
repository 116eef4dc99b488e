namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0209: a target distribution asks for rows of a class that has none.</summary>
internal sealed class ShareOfEmptyClassRule() : UsageRule(Descriptors.ShareOfEmptyClass)
{
    public override void Check(UsageContext context)
    {
        foreach (SamplerCreation creation in context.Samplers)
        {
            // If any policy is passed, the author has thought of empty classes.
            if (creation.Argument(context.Types.TargetDistribution) is { } target
                && creation.Argument(context.Types.ZeroCountPolicy) is null
                && WrittenShares.Of(context.Locals.Origin(target), context) is { } shares
                && context.Datasets.RowTypeOf(creation.Source) is { } row
                && KnownCounts.Of(row, context) is { } counts
                && shares.Items.Count == counts.Label.ClassCount
                && !Catches.Around(creation.Operation, "EmptyClassException", "BalanceGenException", "ArgumentException"))
            {
                Report(context, creation, shares, counts, row);
            }
        }
    }

    private void Report(UsageContext context, SamplerCreation creation, WrittenShares shares, KnownCounts counts, INamedTypeSymbol row)
    {
        for (int classIndex = 0; classIndex < shares.Items.Count; classIndex++)
        {
            if (counts.IsEmpty(classIndex) && shares.Value(classIndex) is > 0)
            {
                // The shares of a field are listed elsewhere.
                IOperation share = shares.Items[classIndex];
                Location place = context.Contains(share) ? share.Syntax.GetLocation() : creation.Argument(context.Types.TargetDistribution)!.Syntax.GetLocation();
                context.ReportWithPlace(
                    Rule, place, creation.NameLocation, FixData.None, share.Syntax.ToString(), counts.Label.ClassName(classIndex), row.Name, counts.Describe(classIndex));
            }
        }
    }
}
