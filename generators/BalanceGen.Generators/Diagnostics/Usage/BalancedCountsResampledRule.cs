namespace BalanceGen.Generators.Diagnostics.Usage;

/// <summary>BALG0205: data that is balanced already is drawn with replacement in order to balance it.</summary>
internal sealed class BalancedCountsResampledRule() : UsageRule(Descriptors.BalancedCountsResampled)
{
    /// <summary>Counts whose largest is at most this many times the smallest are balanced.</summary>
    private const double LargestBalancedRatio = 1.05;

    public override void Check(UsageContext context)
    {
        foreach (SamplerCreation creation in context.Samplers)
        {
            if (context.Facts.DrawsIndependently(creation.Sampler)
                && creation.Argument(context.Types.SampleWeights) is null
                && creation.IsUniform(context.Types, context.Locals)
                && context.Datasets.RowTypeOf(creation.Source) is { } row
                && KnownCounts.Of(row, context) is { Complete: { } counts } known
                && IsBalanced(counts))
            {
                context.Report(
                    Rule,
                    creation.NameLocation,
                    known.Source,
                    counts.Min().ToString(CultureInfo.InvariantCulture),
                    counts.Max().ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsBalanced(IReadOnlyList<long> counts) =>
        counts.Count > 1 && counts.Min() > 0 && counts.Max() <= counts.Min() * LargestBalancedRatio;
}
