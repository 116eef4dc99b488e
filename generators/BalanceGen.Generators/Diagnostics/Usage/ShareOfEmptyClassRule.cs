using BalanceGen.Generators.Diagnostics.Usage.Reading;
using BalanceGen.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0209: a target distribution asks for rows of a class that has none.</summary>
internal sealed class ShareOfEmptyClassRule() : UsageRule(Descriptors.ShareOfEmptyClass)
{
    public override void Check(UsageContext context)
    {
        foreach (SamplerCreation creation in context.Samplers())
        {
            // A policy, whichever it is, says that somebody has thought of empty classes.
            if (creation.Argument("target") is { } target
                && creation.Argument("zeroCounts") is null
                && WrittenShares.Of(context.Locals.Origin(target), context.Types) is { } shares
                && context.Datasets.RowTypeOf(creation.Source) is { } row
                && KnownCounts.Of(row, context) is { } counts
                && shares.Items.Count == counts.Label.ClassCount)
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
                IOperation share = shares.Items[classIndex];
                context.ReportWithPlace(
                    Rule,
                    share.Syntax.GetLocation(), creation.NameLocation, share.Syntax.ToString(), counts.Label.ClassName(classIndex), row.Name, counts.Describe(classIndex));
            }
        }
    }
}
