using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace BalanceGen;

/// <content>The constructors under an earlier name of a parameter: what is one thing has one name in all samplers.</content>
public sealed partial class WeightedRandomSampler
{
    private const string Renamed = "The parameter sampleCount is called epochLength, as in all samplers.";

    /// <inheritdoc cref="WeightedRandomSampler(RowIndex, long, long?, bool, TargetDistribution?, ZeroCountPolicy)"/>
    [Obsolete(Renamed)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public WeightedRandomSampler(
        RowIndex index, long seed, long sampleCount, bool replacement = true, TargetDistribution? target = null, ZeroCountPolicy zeroCounts = default)
        : this(index, seed, (long?)sampleCount, replacement, target, zeroCounts)
    {
    }

    /// <inheritdoc cref="WeightedRandomSampler(RowIndex, long, SamplerTables, long?, bool)"/>
    [Obsolete(Renamed)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public WeightedRandomSampler(RowIndex index, long seed, SamplerTables tables, long sampleCount, bool replacement = true)
        : this(index, seed, tables, (long?)sampleCount, replacement)
    {
    }

    /// <inheritdoc cref="WeightedRandomSampler(RowIndex, SampleWeights, long, long?, bool)"/>
    [Obsolete(Renamed)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    [OverloadResolutionPriority(-1)]
    public WeightedRandomSampler(RowIndex index, SampleWeights weights, long seed, long sampleCount, bool replacement = true)
        : this(index, weights, seed, (long?)sampleCount, replacement)
    {
    }
}
