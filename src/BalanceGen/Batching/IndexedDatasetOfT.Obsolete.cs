using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace BalanceGen;

/// <content>Samplers under an earlier name of a parameter: what is one thing has one name in all samplers.</content>
public sealed partial class IndexedDataset<T>
{
    private const string Renamed = "The parameter sampleCount is called epochLength, as in all samplers.";

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, long, long?, bool, TargetDistribution?, ZeroCountPolicy)"/>
    [Obsolete(Renamed)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public WeightedRandomSampler WeightedRandomSampler(
        long seed, long sampleCount, bool replacement = true, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default) =>
        new(Index, seed, (long?)sampleCount, replacement, target, zeroCounts);

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, long, SamplerTables, long?, bool)"/>
    [Obsolete(Renamed)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public WeightedRandomSampler WeightedRandomSampler(long seed, SamplerTables tables, long sampleCount, bool replacement = true) =>
        new(Index, seed, tables, (long?)sampleCount, replacement);

    /// <inheritdoc cref="BalanceGen.WeightedRandomSampler(RowIndex, SampleWeights, long, long?, bool)"/>
    [Obsolete(Renamed)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public WeightedRandomSampler WeightedRandomSampler(SampleWeights weights, long seed, long sampleCount, bool replacement = true) =>
        new(Index, weights, seed, (long?)sampleCount, replacement);
}
