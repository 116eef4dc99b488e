namespace BalanceGen.Tool.Analysis;

/// <summary>What a data set must keep to. A rule that is null or false is not checked.</summary>
/// <remarks>The largest drift is a Jensen–Shannon divergence from the reference, the smallest p-value that of the chi-square test against it.</remarks>
internal sealed record CheckRules(
    long? MinimumRows = null,
    double? MaximumRatio = null,
    double? MaximumShare = null,
    bool NoEmpty = false,
    bool NoNew = false,
    bool NoMissing = false,
    bool NoConflicts = false,
    bool NoVariants = false,
    double? MaximumDrift = null,
    double? MinimumPValue = null);
