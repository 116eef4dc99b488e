using System.Text.Json.Serialization;

namespace BalanceGen.Tool.Analysis;

/// <summary>What training would see through one sampler.</summary>
/// <param name="Name">The sampler in words.</param>
/// <param name="Code">The call that makes it.</param>
/// <param name="EpochsUntilAllSeen">The plan's epochs until every row was seen; null where some row is never drawn.</param>
/// <param name="RowsSeenPerEpoch">The plan's different rows in the first epoch.</param>
/// <param name="IsExact">Whether the plan's figures are what will happen.</param>
/// <param name="Compositions">For each shown class the distribution of its count in a batch.</param>
/// <param name="TimesSeen">For each shown class how often its rows were drawn in the traced epochs.</param>
/// <param name="Plan">The library's plan.</param>
internal sealed record SamplerOutlook(
    string Name,
    string Code,
    double? EpochsUntilAllSeen,
    double RowsSeenPerEpoch,
    bool IsExact,
    IReadOnlyList<BatchComposition> Compositions,
    IReadOnlyList<TimesSeenDistribution> TimesSeen,
    [property: JsonIgnore] SamplerPlan Plan);
