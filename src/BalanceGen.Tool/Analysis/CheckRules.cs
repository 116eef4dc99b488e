namespace BalanceGen.Tool.Analysis;

/// <summary>What a data set must keep to. A rule that is null or false is not checked.</summary>
internal sealed record CheckRules
{
    public long? MinimumRows { get; init; }

    public double? MaximumRatio { get; init; }

    public double? MaximumShare { get; init; }

    public bool NoEmpty { get; init; }

    public bool NoNew { get; init; }

    public bool NoMissing { get; init; }

    public bool NoConflicts { get; init; }

    public bool NoVariants { get; init; }

    /// <summary>The largest Jensen–Shannon divergence from the reference.</summary>
    public double? MaximumDrift { get; init; }

    /// <summary>The smallest p-value of the chi-square test against the reference.</summary>
    public double? MinimumPValue { get; init; }
}
