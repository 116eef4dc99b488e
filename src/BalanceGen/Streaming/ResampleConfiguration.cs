namespace BalanceGen.Streaming;

/// <summary>Everything that decides which rows come out of a resampled stream, except the rows.</summary>
internal sealed class ResampleConfiguration
{
    public ResampleConfiguration(ClassSet classes, SourceDistribution shares, ResampleRule rule, long seed, ResampleTrace? trace)
    {
        if (trace is not null && trace.Classes.Count != classes.Count)
        {
            throw new ClassMismatchException("The trace", trace.Classes.Count, classes);
        }

        Classes = classes;
        Shares = shares;
        Rule = rule;
        Seed = seed;
        Trace = trace;
        Plan = shares.IsEstimated ? null : ResamplePlan.Of(classes, shares, rule);
    }

    public ClassSet Classes { get; }

    public SourceDistribution Shares { get; }

    public ResampleRule Rule { get; }

    public long Seed { get; }

    public ResampleTrace? Trace { get; }

    /// <summary>Null where the shares are estimated.</summary>
    public ResamplePlan? Plan { get; }
}
